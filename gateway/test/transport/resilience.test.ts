import { systemClock } from '@veza/kernel';
import { parse } from 'graphql';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { httpTransport } from '../../src/transport/http.ts';
import type { CallMeta, SubgraphAnswer, SubgraphOperation, SubgraphTransport } from '../../src/transport/port.ts';
import { type ResilienceObserver, type SubgraphResilience, subgraphResilience } from '../../src/transport/resilience.ts';
import { callMeta } from '../executor/fixture.ts';
import { behaviours, faultServer, type FaultServer } from './fault-server.ts';

const operation = (kind: 'query' | 'mutation'): SubgraphOperation => {
  const text = `${kind} Q { thing }`;
  return { kind, name: 'Q', text, document: parse(text) };
};
const query = operation('query');
const mutation = operation('mutation');

describe('subgraphResilience over real sockets', () => {
  let server: FaultServer;
  let inner: SubgraphTransport;
  let subgraph: SubgraphTransport;
  let resilience: SubgraphResilience;
  let elapsedMs = 0;
  let happened: string[] = [];
  const observer: ResilienceObserver = {
    breakerChanged: (service, lane, state) => void happened.push(`${service} ${lane} ${state}`),
    retried: (service) => void happened.push(`${service} retried`),
  };
  const made = (executionMs = 10_000) =>
    subgraphResilience({ executionMs, clock: systemClock, elapsed: () => elapsedMs, random: () => 0, observer });

  beforeEach(async () => {
    server = await faultServer();
    inner = httpTransport({ name: 'shop', url: server.url, clock: systemClock, tokenFor: () => Promise.resolve('token') });
    elapsedMs = 50_000;
    happened = [];
    resilience = made();
    subgraph = resilience.around('shop', inner);
    happened = [];
  });
  afterEach(async () => {
    await server[Symbol.asyncDispose]();
    await inner.close();
  });

  const ask = (kind: SubgraphOperation = query, rest: Partial<CallMeta> = {}) => subgraph.call(kind, {}, callMeta(rest));
  const kindOf = (call: Promise<SubgraphAnswer>): Promise<string> =>
    call.then(
      () => 'answered',
      (failure: { kind: string }) => failure.kind,
    );
  const askMany = (count: number, kind: SubgraphOperation = query) => Promise.all(Array.from({ length: count }, () => kindOf(ask(kind))));
  const openBreaker = async (executionMs = 10_000) => {
    resilience = made(executionMs);
    subgraph = resilience.around('shop', inner);
    server.behave(behaviours.unavailable);
    await askMany(20);
    expect(happened).toContain('shop queries open');
  };

  it('passes answers and errors of the execution on as they are, and counts neither against the subgraph', async () => {
    expect(await ask()).toMatchObject({ data: { thing: null } });
    server.behave(behaviours.errors);
    expect(new Set(await askMany(60))).toEqual(new Set(['answered']));
    expect(happened).toEqual([]);
  });

  it('sends a query again whose connection was reset, once, and a mutation never', async () => {
    server.behave((response, request) =>
      server.received.length === 1 ? behaviours.resetting(response, request) : behaviours.well(response),
    );
    expect(await ask()).toMatchObject({ data: { thing: null } });
    expect(happened).toEqual(['shop retried']);
    server.behave(behaviours.resetting);
    expect(await kindOf(ask())).toBe('unreachable');
    expect(server.received).toHaveLength(4);
    expect(await kindOf(ask(mutation))).toBe('unreachable');
    expect(server.received).toHaveLength(5);
  });

  it.each([
    ['cut off', behaviours.cutting, 'broken'],
    ['refused', behaviours.forbidding, 'refused'],
    ['in another language', behaviours.talkingHtml, 'invalid'],
  ] as const)('does not send a query again whose answer was %s', async (_what, behaviour, kind) => {
    server.behave(behaviour);
    expect(await kindOf(ask())).toBe(kind);
    expect(server.received).toHaveLength(1);
  });

  it('does not let a client that is refused, or asks for what makes no sense, close the subgraph to others', async () => {
    server.behave(behaviours.forbidding);
    await askMany(30);
    server.behave(behaviours.talkingHtml);
    await askMany(30);
    expect(happened).toEqual([]);
  });

  it('asks a dead subgraph no more, and answers at once', async () => {
    await server[Symbol.asyncDispose]();
    await askMany(20);
    expect(happened).toContain('shop queries open');
    expect(new Set(await askMany(50))).toEqual(new Set(['held-back']));
  });

  it('adds at most a tenth to the calls of a subgraph that fails', async () => {
    server.behave(behaviours.unavailable);
    for (let round = 0; round < 30; round += 1) {
      await askMany(10);
      elapsedMs += 40_000;
    }
    const retries = happened.filter((event) => event === 'shop retried').length;
    expect(retries).toBeLessThanOrEqual(10 + 300 / 10);
    expect(server.received.length).toBeLessThanOrEqual(300 + retries);
  });

  it('lets one of many callers find out whether the subgraph is back, and the others go at once', async () => {
    await openBreaker(1_000);
    server.behave(behaviours.silent);
    elapsedMs += 1_000;
    const arrived = server.received.length;
    const probe = kindOf(ask());
    expect(new Set(await askMany(100))).toEqual(new Set(['held-back']));
    expect(happened.at(-1)).toBe('shop queries half-open');
    await expect.poll(() => server.received.length).toBe(arrived + 1);
    expect(await probe).toBe('late');
    expect(happened.at(-1)).toBe('shop queries open');
    expect(server.received).toHaveLength(arrived + 1);
  });

  it('opens again for a subgraph that comes and goes, and closes once it stays', async () => {
    await openBreaker();
    elapsedMs += 1_000;
    expect(await kindOf(ask())).toBe('unavailable');
    elapsedMs += 1_999;
    expect(await kindOf(ask())).toBe('held-back');
    elapsedMs += 1;
    server.behave(behaviours.well);
    expect(await askMany(10)).toEqual(['answered', ...Array.from({ length: 9 }, () => 'held-back')]);
    expect(new Set(await askMany(10))).toEqual(new Set(['answered']));
    expect(happened.slice(-5)).toEqual(['open', 'half-open', 'open', 'half-open', 'closed'].map((state) => `shop queries ${state}`));
  });

  it('leaves the probe to the next caller when the first goes away', async () => {
    await openBreaker();
    server.behave(behaviours.silent);
    elapsedMs += 1_000;
    const leaving = new AbortController();
    const abandoned = kindOf(ask(query, { signal: leaving.signal }));
    await expect.poll(() => server.received.some(({ socket }) => !socket.destroyed)).toBe(true);
    leaving.abort();
    expect(await abandoned).toBe('cancelled');
    server.behave(behaviours.well);
    expect(await kindOf(ask())).toBe('answered');
    expect(happened.at(-1)).toBe('shop queries closed');
  });

  it('keeps mutations apart from queries', async () => {
    await openBreaker();
    server.behave(behaviours.well);
    expect(await kindOf(ask(mutation))).toBe('answered');
    expect(await kindOf(ask())).toBe('held-back');
  });

  it('gives a try its part of the time, and the subgraph that deadline', async () => {
    subgraph = made(1_000).around('shop', inner);
    server.behave(behaviours.silent);
    const startedAt = Date.now();
    expect(await kindOf(ask(query, { deadlineAt: startedAt + 60_000 }))).toBe('late');
    const told = () => Number(server.received.at(-1)?.headers['x-veza-deadline-ms']);
    expect(told()).toBeLessThanOrEqual(280);
    expect(server.received).toHaveLength(1);
    expect(await kindOf(ask(mutation, { deadlineAt: startedAt + 60_000 }))).toBe('late');
    expect(told()).toBeGreaterThan(280);
    expect(told()).toBeLessThanOrEqual(980);
  });

  it('takes a slow subgraph for ill, but does not blame one that was asked too late', async () => {
    subgraph = made(1_000).around('shop', inner);
    happened = [];
    server.behave(behaviours.silent);
    await Promise.all(Array.from({ length: 30 }, () => kindOf(ask(query, { deadlineAt: Date.now() + 100 }))));
    expect(happened).toEqual([]);
    await askMany(20);
    expect(happened).toEqual(['shop queries open']);
  });

  it('does not send what is too late already', async () => {
    expect(await kindOf(ask(query, { deadlineAt: Date.now() - 1 }))).toBe('late');
    expect(server.received).toHaveLength(0);
  });

  it('lets 200 queries run and 200 wait, holds the others back, and forgets those that leave the line', async () => {
    server.behave(behaviours.silent);
    const leaving = Array.from({ length: 200 }, () => new AbortController());
    const running = Array.from({ length: 200 }, () => kindOf(ask(query, { deadlineAt: Date.now() + 700 })));
    const waiting = leaving.map(({ signal }) => kindOf(ask(query, { signal })));
    expect(await kindOf(ask())).toBe('held-back');
    for (const client of leaving) client.abort();
    expect(new Set(await Promise.all(waiting))).toEqual(new Set(['cancelled']));
    expect(new Set(await Promise.all(running))).toEqual(new Set(['late']));
  });

  it('knows a subgraph by its name when its transport is made anew', async () => {
    await openBreaker();
    server.behave(behaviours.well);
    const again = resilience.around('shop', inner);
    expect(await kindOf(again.call(query, {}, callMeta()))).toBe('held-back');
    const other = resilience.around('other', inner);
    expect(await kindOf(other.call(query, {}, callMeta()))).toBe('answered');
  });

  it('gives a subgraph of this process its deadline and nothing else', async () => {
    let calls = 0;
    const away = (): Promise<SubgraphAnswer> => {
      calls += 1;
      return Promise.reject(new Error('a bug'));
    };
    const local = resilience.around('local', { ...inner, isLocal: true, call: away });
    for (let call = 0; call < 40; call += 1) await expect(local.call(query, {}, callMeta())).rejects.toThrow('a bug');
    await expect(local.call(query, {}, callMeta({ deadlineAt: 0 }))).rejects.toMatchObject({ code: 'OPERATION_TIMEOUT' });
    expect(calls).toBe(40);
    expect(happened).toEqual([]);
  });
});
