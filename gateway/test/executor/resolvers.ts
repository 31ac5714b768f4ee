import { graphqlError } from '@veza/graphql';
import { itemOf, items, opinions, people, personOf } from './data.ts';

/** What a resolver starts from: a stub with the key, and what a representation brought along. */
export interface Stub {
  readonly __typename: string;
  readonly id: string;
  readonly upc: string;
  readonly [name: string]: unknown;
}

type Resolve = (parent: Stub, args: Readonly<Record<string, unknown>>) => unknown;
/** Resolvers by type and field. Every one finds its data by key, so that the same map serves a subgraph and the stitched schema. */
export type Resolvers = Readonly<Record<string, Readonly<Record<string, Resolve>>>>;

/** Whether the owner of a thing knows it. */
export function exists({ __typename, id, upc }: Stub): boolean {
  if (__typename === 'User') return personOf(id) !== undefined;
  return __typename === 'Book' || __typename === 'Film' ? itemOf(upc) !== undefined : true;
}

export const userStub = (id: string) => ({ __typename: 'User', id });
export const productStub = (upc: string) => ({ __typename: itemOf(upc)?.kind ?? 'Book', upc });
export const reviewStub = (id: string) => ({ __typename: 'Review', id });

const later = <Value>(value: Value): Promise<Value> => new Promise((resolve) => setImmediate(() => resolve(value)));
const limited = <Value>(list: readonly Value[], args: Readonly<Record<string, unknown>>) =>
  typeof args['first'] === 'number' ? list.slice(0, args['first']) : list;
const opinionOf = (id: string) => opinions.find((one) => one.id === id);

export const userResolvers: Resolvers = {
  Query: {
    me: () => userStub('u1'),
    nobody: () => null,
    user: (_, { id }) => (personOf(String(id)) ? userStub(String(id)) : null),
    users: (_, args) => later(limited(people, args).map(({ id }) => userStub(id))),
    accounts: () => [userStub('u2'), { __typename: 'Bot', id: 'bot1' }, userStub('u3')],
    teams: () => [[userStub('u1'), null, userStub('u4')], [], null, [userStub('u2')]],
  },
  Mutation: {
    greet: (_, { id }) => userStub(String(id)),
    refuse: () => {
      throw graphqlError('CONFLICT', 'not now');
    },
    refuseHard: () => {
      throw graphqlError('CONFLICT', 'never');
    },
  },
  User: {
    name: ({ id }) => personOf(id)?.name ?? null,
    nickname: ({ id }) => personOf(id)?.nickname ?? null,
    role: ({ id }) => personOf(id)?.role ?? null,
    address: ({ id }) => (personOf(id)?.city == null ? null : { city: personOf(id)?.city, street: null }),
    friends: ({ id }, args) => {
      const friends = personOf(id)?.friends;
      return friends ? limited(friends, args).map(userStub) : null;
    },
    fragile: ({ id }) => {
      if (personOf(id)?.isFragile) throw graphqlError('CONFLICT', 'fragile');
      return personOf(id) ? later(id) : null;
    },
    brittle: ({ id }) => {
      if (personOf(id)?.isFragile) throw graphqlError('RATE_LIMITED', 'brittle', { retryAfterMs: 5 });
      return personOf(id) ? { depth: personOf(id)!.friends.length, core: { hardness: 1 } } : null;
    },
    constructor: ({ id }: Stub) => (personOf(id) ? `made by ${id}` : null),
  },
  Bot: { name: ({ id }) => `robot ${id}`, model: () => 'T-1', owner: () => userStub('u1') },
};

export const productResolvers: Resolvers = {
  Query: {
    products: () => later(items.map(({ upc }) => productStub(upc))),
    product: (_, { upc }) => (itemOf(String(upc)) ? productStub(String(upc)) : null),
    search: (_, { text }) => [
      ...items.filter((one) => one.upc.includes(String(text))).map(({ upc }) => productStub(upc)),
      { __typename: 'Shelf', place: { room: 'r1', row: 2 } },
      userStub('u1'),
    ],
    grid: () => [[productStub('b1'), productStub('f1')], [null], [productStub('b2'), productStub('b1')]],
  },
  Book: {
    title: ({ upc }) => itemOf(upc)?.title ?? null,
    price: ({ upc }) => itemOf(upc)?.price ?? null,
    weight: ({ upc }) => itemOf(upc)?.weight ?? null,
    size: ({ upc }) => (itemOf(upc) ? { width: itemOf(upc)!.width, corners: [[1, 2], [itemOf(upc)!.width]] } : null),
    maker: ({ upc }) => (itemOf(upc) ? userStub(itemOf(upc)!.maker) : null),
    pages: ({ upc }) => (itemOf(upc) ? 100 : null),
  },
  Film: {
    title: ({ upc }) => itemOf(upc)?.title ?? null,
    price: ({ upc }) => itemOf(upc)?.price ?? null,
    maker: ({ upc }) => (itemOf(upc) ? userStub(itemOf(upc)!.maker) : null),
    minutes: ({ upc }) => (itemOf(upc) ? 90 : null),
  },
  Shelf: { label: () => 'top' },
};

/** The required fields come with the representation; the stitched schema reads them where products does. */
const required = (stub: Stub) => {
  const known = itemOf(stub.upc);
  const weight = 'weight' in stub ? stub['weight'] : known?.weight;
  const size = 'size' in stub ? (stub['size'] as { width: number } | null) : known && { width: known.width };
  return { weight: weight as number | null | undefined, width: size?.width };
};

export const stockResolvers: Resolvers = {
  Book: {
    inStock: ({ upc }) => upc !== 'b2',
    shipping: (stub) => {
      const { weight, width } = required(stub);
      return weight == null || width === undefined ? null : weight * 10 + width;
    },
  },
  Film: { inStock: () => false },
  Shelf: { load: ({ place }) => (place as { room: string; row: number }).row * 7 },
};

export const reviewResolvers: Resolvers = {
  Query: {
    reviews: (_, args) => limited(opinions, args).map(({ id }) => reviewStub(id)),
    latestReview: () => reviewStub('r3'),
  },
  Mutation: { review: (_, { id }) => reviewStub(String(id)) },
  Review: {
    body: ({ id }) => opinionOf(id)?.body,
    rating: ({ id }) => opinionOf(id)?.rating,
    author: ({ id }) => userStub(opinionOf(id)!.author),
    // `name` comes along, as `@provides` promises.
    signer: ({ id }) => {
      const signer = personOf(opinionOf(id)!.author);
      return signer ? { ...userStub(signer.id), name: signer.name } : null;
    },
    item: ({ id }) => productStub(opinionOf(id)!.item),
    verdict: ({ id }) => ({ judge: userStub(opinionOf(id)!.judge), jury: opinionOf(id)!.jury.map(userStub) }),
  },
  User: {
    reviews: ({ id }, args) => {
      const own = opinions.filter(({ author }) => author === id).map((one) => reviewStub(one.id));
      return own.length > 0 ? later(limited(own, args)) : own;
    },
    karma: ({ id }) => opinions.filter(({ author }) => author === id).length,
  },
  Book: { reviews: ({ upc }) => opinions.filter(({ item }) => item === upc).map(({ id }) => reviewStub(id)) },
  Film: { reviews: ({ upc }) => opinions.filter(({ item }) => item === upc).map(({ id }) => reviewStub(id)) },
};
