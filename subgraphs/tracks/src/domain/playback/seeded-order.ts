/** The next number of a sequence: its state, and a value from 0 up to 1. @see https://gist.github.com/tommyettinger/46a874533244883189143505d203312c (mulberry32, public domain) */
function mulberry32(state: number): { readonly state: number; readonly value: number } {
  const next = (state + 0x6d_2b_79_f5) | 0;
  let bits = Math.imul(next ^ (next >>> 15), next | 1);
  bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
  return { state: next, value: ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32 };
}

/** The items in an order that the seed chooses: always the same for the same items and seed (Fisher and Yates). */
export function seededOrder<T>(items: readonly T[], seed: number): readonly T[] {
  const order = [...items];
  let state = seed;
  for (let last = order.length - 1; last > 0; last -= 1) {
    const drawn = mulberry32(state);
    state = drawn.state;
    const other = Math.floor(drawn.value * (last + 1));
    [order[last], order[other]] = [order[other]!, order[last]!];
  }
  return order;
}
