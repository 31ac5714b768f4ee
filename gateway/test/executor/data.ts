/** What all fixture subgraphs and the one stitched schema answer from. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly nickname: string | null;
  readonly role: 'ADMIN' | 'MEMBER';
  readonly city: string | null;
  readonly friends: readonly string[];
  /** Whether the field `fragile` fails for this person. */
  readonly isFragile: boolean;
}

export interface Item {
  readonly upc: string;
  readonly kind: 'Book' | 'Film';
  readonly title: string | null;
  readonly price: number;
  readonly weight: number | null;
  readonly width: number;
  readonly maker: string;
}

export interface Opinion {
  readonly id: string;
  readonly body: string;
  readonly rating: number | null;
  readonly author: string;
  readonly judge: string;
  readonly jury: readonly string[];
  readonly item: string;
}

const person = (id: string, rest: Partial<Person>): Person => ({
  id,
  name: `Name "${id}"`,
  nickname: null,
  role: 'MEMBER',
  city: null,
  friends: [],
  isFragile: false,
  ...rest,
});

export const people: readonly Person[] = [
  person('u1', { nickname: 'ann', role: 'ADMIN', city: 'Łódź', friends: ['u2', 'u3'] }),
  person('u2', { friends: ['u1'], isFragile: true }),
  person('u3', { nickname: '', city: '' }),
  person('u4', { nickname: 'tab\tnew\nline \u2028 😀', friends: ['u2', 'u4'] }),
];

/** A person whom other subgraphs name and users does not know. */
export const GHOST = 'u-gone';
/** One more, who has written nothing: all about them is answered at once, so that which of two nulls bubbles first is certain. */
export const LOST = 'u-lost';

const item = (upc: string, kind: Item['kind'], rest: Partial<Item>): Item => ({
  upc,
  kind,
  title: `Title ${upc}`,
  price: 10,
  weight: 3,
  width: 2,
  maker: 'u1',
  ...rest,
});

export const items: readonly Item[] = [
  item('b1', 'Book', { price: 0 }),
  item('b2', 'Book', { title: null, weight: null, maker: GHOST }),
  item('f1', 'Film', { price: 1e21, maker: 'u2' }),
  item('b3', 'Book', { price: 2.5, width: 0, maker: 'u4' }),
];

export const opinions: readonly Opinion[] = [
  { id: 'r1', body: 'good', rating: 4.5, author: 'u1', item: 'b1', judge: 'u4', jury: [] },
  { id: 'r2', body: '', rating: null, author: 'u2', item: 'f1', judge: 'u1', jury: ['u3', LOST] },
  { id: 'r3', body: 'bad', rating: 0, author: GHOST, item: 'b1', judge: LOST, jury: ['u3'] },
  { id: 'r4', body: 'fine', rating: -0.25, author: 'u4', item: 'b2', judge: LOST, jury: [] },
  { id: 'r5', body: 'again', rating: 5, author: 'u1', item: 'b9-gone', judge: 'u3', jury: ['u3', 'u3'] },
];

export const personOf = (id: string) => people.find((one) => one.id === id);
export const itemOf = (upc: string) => items.find((one) => one.upc === upc);
