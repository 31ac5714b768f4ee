import { userCaller } from '@veza/testing';
import { answering, type SeenCall } from './scene.ts';

export const ada = userCaller('user_0000000000000000000000ada1');
export const bob = userCaller('user_0000000000000000000000b0b1');

export const ITEM = 'query ($id: ID!) { item(id: $id) { title } }';
export const PRICE = 'query ($id: ID!) { item(id: $id) { price } }';
export const COUNT = 'query ($id: ID!) { item(id: $id) { count } }';
export const SECRET = '{ mine { seller { secret } } }';
export const BUY = 'mutation ($id: ID!) { buy(id: $id) { title } }';

/** Answers that wait until a test lets them go. */
export function gate() {
  let open!: () => void;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}

/** A clock on which nothing grows old. */
export function stoppedClock() {
  const now = new Date();
  return () => now;
}

/** The calls to one subgraph. */
export const to = (calls: readonly SeenCall[], service: string) => calls.filter((call) => call.service === service);

/** Knows everything of every thing; only the secret depends on who asks. */
export const whole = answering((id, { meta }) => ({
  __typename: 'Item',
  id,
  title: `T ${id}`,
  price: 3,
  count: 7,
  seller: { __typename: 'Person', id: 'p1' },
  secret: meta.caller.kind === 'user' ? meta.caller.userId : 'nobody',
}));

/** Counts the characters of ids. */
export const counting = answering((id) => ({ __typename: 'Item', id, count: id.length }));
