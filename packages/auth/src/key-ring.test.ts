import { describe, expect, it } from 'vitest';
import { keyRing } from './key-ring.ts';
import { newSigningKey } from './signing-key.ts';

const [first, second] = await Promise.all([newSigningKey(), newSigningKey()]);

function open(keys = [first.publicJwk]) {
  const state = { now: 0, keys, fails: false, fetches: 0 };
  const source = async () => {
    state.fetches += 1;
    if (state.fails) throw new Error('the source is away');
    return { keys: state.keys };
  };
  return { state, ring: keyRing(source, () => new Date(state.now)) };
}

describe('keyRing', () => {
  it('fetches once for everybody who asks at the same time', async () => {
    const { state, ring } = open();
    const found = await Promise.all(Array.from({ length: 20 }, () => ring.find(first.kid)));
    expect(found.every((key) => key !== undefined)).toBe(true);
    expect(state.fetches).toBe(1);
  });

  it('finds a key that was published meanwhile', async () => {
    const { state, ring } = open();
    await ring.find(first.kid);
    state.keys = [first.publicJwk, second.publicJwk];
    expect(await ring.find(second.kid)).toBeUndefined();
    state.now = 30_000;
    expect(await ring.find(second.kid)).toBeDefined();
  });

  it('forgets a key that is no longer published after five minutes', async () => {
    const { state, ring } = open([first.publicJwk, second.publicJwk]);
    expect(await ring.find(second.kid)).toBeDefined();
    state.keys = [first.publicJwk];
    state.now = 299_999;
    expect(await ring.find(second.kid)).toBeDefined();
    state.now = 300_000;
    expect(await ring.find(second.kid)).toBeUndefined();
  });

  it('goes on with the keys it knows while the source is away, and rejects when it knows none', async () => {
    const { state, ring } = open();
    state.fails = true;
    await expect(ring.find(first.kid)).rejects.toThrow('the source is away');
    state.fails = false;
    state.now = 1;
    expect(await ring.find(first.kid)).toBeDefined();
    state.fails = true;
    state.now = 600_000;
    expect(await ring.find(first.kid)).toBeDefined();
  });

  it('passes over keys without an id, of another kind or for another algorithm', async () => {
    const { kid: _kid, ...nameless } = first.publicJwk;
    const { ring } = open([nameless, { ...second.publicJwk, alg: 'ES256' }]);
    expect(await ring.find(second.kid)).toBeUndefined();
  });
});
