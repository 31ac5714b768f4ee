import { describe, expect, it } from 'vitest';
import type { UserCaller } from './caller.ts';
import { decodeRevocation, encodeRevocation, type Revocation } from './revocation.ts';
import { revocationSet } from './revocations.ts';

const NOW = Date.parse('2026-01-01T00:00:00.000Z');
const USER = 'user_00000000000000000000000001';
const SESSION = 'session_00000000000000000000000002';
const caller: UserCaller = {
  kind: 'user',
  userId: USER,
  sessionId: SESSION,
  authVersion: 3,
  scopes: [],
  methods: ['pwd'],
  authTime: 0,
  expiresAt: NOW / 1000 + 600,
};

const at = (ms: number) => ({ revokedAt: new Date(NOW + ms), expiresAt: new Date(NOW + ms + 660_000) });
const ofSession: Revocation = { kind: 'session', sessionId: SESSION, ...at(0) };
const ofUser = (minAuthVersion: number): Revocation => ({ kind: 'user', userId: USER, minAuthVersion, ...at(0) });

function open(recorded: Revocation[] = []) {
  const state = { now: NOW, asked: [] as Date[], failures: 0 };
  const pending: Uint8Array[] = [];
  let wake = () => {};
  const hints = async function* (signal: AbortSignal) {
    signal.addEventListener('abort', () => wake());
    while (!signal.aborted) {
      for (const payload of pending.splice(0)) yield { payload };
      if (!signal.aborted) await new Promise<void>((resolve) => (wake = resolve));
    }
  };
  const source = {
    revokedSince: async (since: Date) => {
      state.asked.push(since);
      return recorded.filter(({ revokedAt }) => revokedAt >= since);
    },
  };
  const set = revocationSet({ source, hints, clock: () => new Date(state.now), onFailure: () => void (state.failures += 1) });
  const hint = (payload: Uint8Array) => {
    pending.push(payload);
    wake();
  };
  return { state, set, recorded, hint };
}

describe('revocationSet', () => {
  it('refuses every token of an ended session and no other', async () => {
    const { set } = open([ofSession]);
    await set.runOnce();
    expect(set.isRevoked(caller)).toBe(true);
    expect(set.isRevoked({ ...caller, sessionId: 'session_00000000000000000000000003' })).toBe(false);
  });

  it('refuses the tokens of an older version of an account and lets the newer ones pass', async () => {
    const { set } = open([ofUser(4), ofUser(2)]);
    await set.runOnce();
    expect([3, 4, 5].map((authVersion) => set.isRevoked({ ...caller, authVersion }))).toEqual([true, false, false]);
  });

  it('reads everything at first, then what is new with ten seconds of overlap', async () => {
    const { state, set, recorded } = open([ofSession]);
    await set.runOnce();
    state.now = NOW + 5_000;
    recorded.push({ ...ofUser(4), ...at(-9_000) });
    expect(await set.runOnce()).toBe(1);
    expect(state.asked).toEqual([new Date(0), new Date(NOW - 10_000)]);
  });

  it('tells each piece of news once', async () => {
    const { set, recorded } = open([ofSession]);
    const told: Revocation[] = [];
    const stop = set.onRevoked((revocation) => told.push(revocation));
    expect(await set.runOnce()).toBe(1);
    expect(await set.runOnce()).toBe(0);
    stop();
    recorded.push(ofUser(4));
    await set.runOnce();
    expect(told).toEqual([ofSession]);
  });

  it('forgets what no living token could match', async () => {
    const { state, set } = open([ofSession]);
    await set.runOnce();
    state.now = NOW + 660_000;
    await set.runOnce();
    expect(set.isRevoked(caller)).toBe(false);
  });

  it('hears a hint before it polls, and cares nothing for nonsense', async () => {
    const { set, hint } = open();
    const ending = new AbortController();
    const running = set.run(ending.signal);
    const told = new Promise((resolve) => set.onRevoked(resolve));
    for (const nonsense of ['', '[]', 'null', '{', '{"kind":"session"}', '{"kind":"all","revokedAt":"x"}'])
      hint(new TextEncoder().encode(nonsense));
    hint(encodeRevocation(ofSession));
    expect(await told).toEqual(ofSession);
    expect(set.isRevoked(caller)).toBe(true);
    ending.abort();
    await running;
  });

  it('knows how long it has heard nothing', async () => {
    const { state, set } = open();
    expect(set.stalenessMs()).toBe(Number.POSITIVE_INFINITY);
    await set.runOnce();
    state.now = NOW + 2_500;
    expect(set.stalenessMs()).toBe(2_500);
  });
});

describe('a hint of a revocation', () => {
  it('says the same after its way over the bus', () => {
    for (const revocation of [ofSession, ofUser(7)]) expect(decodeRevocation(encodeRevocation(revocation))).toEqual(revocation);
  });
});
