import { waitUntil } from '@veza/testing';
import { graphqlError } from '@veza/graphql';
import { describe, expect, it } from 'vitest';
import type { LiveField } from '../../src/supergraph/live-fields.ts';
import { fakeClient } from './fake-client.ts';
import { fakeGroups, operationOf } from './fake-groups.ts';
import { cursorOf, fakeLog, type FakeLogOptions } from './fake-log.ts';

/** A log, its groups, and clients of it. */
function opened(options: FakeLogOptions = {}) {
  const log = fakeLog(options);
  const { groups, metrics } = fakeGroups();
  const client = () => fakeClient(groups, (after) => operationOf(log.plan, after));
  const count = async (name: string) =>
    ((await metrics.getSingleMetric(name)!.get()) as { values: { value: number }[] }).values[0]?.value ?? 0;
  const append = (events: number) => {
    for (let left = events; left > 0; left -= 1) log.append();
  };
  return { log, groups, client, count, append };
}

const through = (length: number, from = 1) => Array.from({ length: length - from + 1 }, (_, index) => from + index);
const CURSORLESS: LiveField = { share: 'VIEWER', policy: 'LOG' };

describe('a group', () => {
  it('opens one upstream for all, and closes it when the last client goes', async () => {
    const { log, groups, client, append } = opened();
    const clients = Array.from({ length: 50 }, client);
    for (const one of clients) one.join();
    append(0);
    await waitUntil(() => log.open === 1);
    append(5);
    await waitUntil(() => clients.every(({ seqs }) => seqs.length === 5));
    expect(log.opened).toBe(1);
    for (const one of clients) one.leave();
    expect(groups.size).toBe(0);
    await waitUntil(() => log.open === 0);
  });

  it('gives everybody who goes on from the same cursor one upstream beside the live one, and that only until they are live', async () => {
    const { log, client, append } = opened();
    append(60);
    const clients = Array.from({ length: 50 }, client);
    for (const one of clients) one.join(cursorOf(10));
    await waitUntil(() => clients.every(({ seqs }) => seqs.length === 50));
    expect(log.opened).toBe(2);
    append(1);
    await waitUntil(() => clients.every(({ seqs }) => seqs.length === 51));
    await waitUntil(() => log.open === 1);
    for (const { seqs } of clients) expect(seqs).toEqual(through(61, 11));
  });

  it('lets a client that comes back with a recent cursor go on from memory', async () => {
    const { log, client, append } = opened();
    const [steady, returning] = [client(), client()];
    steady.join();
    returning.join();
    await waitUntil(() => log.open === 1);
    append(100);
    await waitUntil(() => returning.seqs.length === 100);
    returning.leave();
    append(200);
    await waitUntil(() => steady.seqs.length === 300);
    returning.comeAgain();
    await waitUntil(() => returning.seqs.length === 300);
    expect(returning.seqs).toEqual(through(300));
    expect(log.opened).toBe(1);
  });

  it('brings back a client that was away for longer than memory reaches', async () => {
    const { log, client, append } = opened();
    const [steady, slow] = [client(), client()];
    steady.join();
    slow.join();
    await waitUntil(() => log.open === 1);
    slow.take(3);
    append(1_000);
    await waitUntil(() => steady.seqs.length === 1_000);
    expect(slow.seqs).toEqual([1, 2, 3]);
    slow.take(Number.POSITIVE_INFINITY);
    await waitUntil(() => slow.seqs.length === 1_000);
    append(1);
    await waitUntil(() => slow.seqs.length === 1_001 && log.open === 1);
    expect(slow.seqs).toEqual(through(1_001));
  });

  it('fetches what is missing when a number is skipped, and hands out no number twice', async () => {
    const { log, client, append } = opened();
    const one = client();
    one.join();
    await waitUntil(() => log.open === 1);
    append(2);
    log.faults = { lost: 1, doubled: 0, swapped: 0 };
    append(3);
    log.faults = { lost: 0, doubled: 1, swapped: 0 };
    append(2);
    await waitUntil(() => one.seqs.length === 7);
    expect(one.seqs).toEqual(through(7));
    expect(log.opened).toBe(2);
  });

  it('takes a hole that stays for how the log is', async () => {
    const { log, client } = opened();
    const one = client();
    one.join();
    await waitUntil(() => log.open === 1);
    log.append();
    log.append({ seq: 9 });
    await waitUntil(() => one.seqs.length === 2);
    expect(one.ended).toBeUndefined();
  });

  it('goes on after the last event when the upstream is lost', async () => {
    const { log, client, append, count } = opened();
    const one = client();
    one.join();
    await waitUntil(() => log.open === 1);
    append(3);
    await waitUntil(() => one.seqs.length === 3);
    log.kill();
    append(4);
    await waitUntil(() => one.seqs.length === 7);
    expect(one.seqs).toEqual(through(7));
    expect(await count('veza_live_reopened_total')).toBe(1);
  });

  it('completes for everybody with its upstream, after the last event', async () => {
    const { log, groups, client, append } = opened();
    const [quick, slow] = [client(), client()];
    quick.join();
    slow.join();
    await waitUntil(() => log.open === 1);
    slow.take(1);
    append(5);
    await waitUntil(() => quick.seqs.length === 5);
    log.complete();
    await waitUntil(() => quick.ended === 'complete');
    expect([slow.seqs.length, slow.ended]).toEqual([1, undefined]);
    slow.take(Number.POSITIVE_INFINITY);
    await waitUntil(() => slow.ended === 'complete');
    expect(slow.seqs).toEqual(through(5));
    expect(groups.size).toBe(0);
    const late = client();
    late.join();
    await waitUntil(() => log.open === 1);
    expect(late.ended).toBeUndefined();
  });

  it('tells everybody how the subgraph refuses', async () => {
    const refusal = graphqlError('FORBIDDEN', 'not for you');
    const { groups, client } = opened({
      plan: {
        // oxlint-disable-next-line require-yield -- it refuses before the first event
        async *open() {
          await Promise.resolve();
          throw refusal;
        },
      },
    });
    const one = client();
    one.join();
    await waitUntil(() => one.ended !== undefined);
    expect(one.ended).toMatchObject([{ message: 'not for you', extensions: { code: 'FORBIDDEN', requestId: 'request-1' } }]);
    expect(groups.size).toBe(0);
  });

  it('says at once that a subgraph is away, before anything began', async () => {
    const { log, client } = opened({ live: CURSORLESS });
    const one = client();
    one.join();
    await waitUntil(() => log.open === 1);
    log.kill();
    await waitUntil(() => one.ended !== undefined);
    expect(one.ended).toMatchObject([{ extensions: { code: 'SUBGRAPH_UNAVAILABLE', service: 'fake', retryable: true } }]);
  });

  it('forwards the last words of a stream although their number is not new', async () => {
    const { log, client, append } = opened();
    const one = client();
    one.join();
    await waitUntil(() => log.open === 1);
    append(2);
    log.append({ typeName: 'ResyncRequired', seq: 2 });
    await waitUntil(() => one.received.length === 3);
    log.complete();
    await waitUntil(() => one.ended !== undefined);
    expect(one.ended).toBe('complete');
  });

  it('does not give from memory what a later event has made out of date', async () => {
    const { log, client, append } = opened();
    const [steady, slow] = [client(), client()];
    steady.join();
    slow.join();
    await waitUntil(() => log.open === 1);
    slow.take(1);
    append(2);
    log.append({ subject: 'message 1' });
    append(1);
    log.append({ subject: 'message 1' });
    await waitUntil(() => steady.seqs.length === 5);
    expect(log.opened).toBe(1);
    slow.take(Number.POSITIVE_INFINITY);
    await waitUntil(() => slow.seqs.length === 5);
    // What it lacked was read again, as it is now.
    expect(log.opened).toBe(2);
    expect(slow.seqs).toEqual(through(5));
  });
});

describe('a stream without cursors', () => {
  it('is held back by its only client, and loses nothing', async () => {
    const { log, client, append } = opened({ live: CURSORLESS });
    const one = client();
    one.join();
    await waitUntil(() => log.open === 1);
    one.take(10);
    append(2_000);
    await waitUntil(() => one.seqs.length === 10);
    one.take(Number.POSITIVE_INFINITY);
    await waitUntil(() => one.seqs.length === 2_000);
    expect(one.seqs).toEqual(through(2_000));
  });

  it('gives up a client that is too slow for the others, who do not notice', async () => {
    const { log, client, append, count } = opened({ live: CURSORLESS });
    const [quick, slow] = [client(), client()];
    quick.join();
    slow.join();
    await waitUntil(() => log.open === 1);
    slow.take(10);
    append(600);
    await waitUntil(() => quick.seqs.length === 600);
    expect(slow.seqs).toEqual(through(10));
    slow.take(Number.POSITIVE_INFINITY);
    expect(slow.ended).toBe('too slow');
    expect(await count('veza_live_lag_closes_total')).toBe(1);
    expect(await count('veza_live_subscribers')).toBe(1);
  });
});

describe('a state', () => {
  const live: LiveField = { share: 'VIEWER', policy: 'LATEST' };

  it('is given to who comes later at once, and skips what a slow client did not take', async () => {
    const { log, client, append } = opened({ live, isNumbered: false });
    const first = client();
    first.join();
    await waitUntil(() => log.open === 1);
    append(3);
    await waitUntil(() => first.seqs.at(-1) === 3);
    const later = client();
    later.join();
    expect(later.seqs).toEqual([3]);
    later.take(0);
    append(400);
    await waitUntil(() => first.seqs.at(-1) === 403);
    later.take(1);
    expect(later.seqs).toEqual([3, 403]);
  });
});

describe('a lossy stream', () => {
  const live: LiveField = { share: 'VIEWER', policy: 'LOSSY' };

  it('keeps the latest about each thing for a slow client, at most 64', async () => {
    const { log, client, append } = opened({ live, isNumbered: false });
    const [quick, slow] = [client(), client()];
    quick.join();
    slow.join();
    await waitUntil(() => log.open === 1);
    slow.take(0);
    for (let count = 0; count < 10; count += 1) log.append({ subject: `thing ${count % 2}` });
    await waitUntil(() => quick.seqs.length === 10);
    slow.take(Number.POSITIVE_INFINITY);
    expect(slow.seqs).toEqual([9, 10]);
    slow.take(0);
    append(200);
    await waitUntil(() => quick.seqs.length === 210);
    slow.take(Number.POSITIVE_INFINITY);
    expect(slow.seqs.slice(2)).toEqual(through(210, 147));
  });
});
