import { waitUntil } from '@veza/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { PlanAnswer } from '../../src/plan/executor.ts';
import type { SubgraphAnswer } from '../../src/transport/port.ts';
import { openFixture, type OpenFixture, transportKinds } from './open-fixture.ts';
import { openUpstreams } from './review-events.ts';

const dataOf = ({ dataJson }: PlanAnswer) => JSON.parse(dataJson) as unknown;

async function all(answers: AsyncIterable<PlanAnswer>): Promise<readonly PlanAnswer[]> {
  const seen: PlanAnswer[] = [];
  for await (const answer of answers) seen.push(answer);
  return seen;
}

const closed = () => waitUntil(() => openUpstreams.count === 0, { timeoutMs: 5000 });

describe.each(transportKinds)('a subscription over %s', (kind) => {
  let fixture: OpenFixture;
  beforeAll(async () => {
    fixture = await openFixture(kind);
  });
  afterEach(() => fixture.restore());
  afterAll(() => fixture[Symbol.asyncDispose]());

  it('joins each event and ends with its source', async () => {
    const answers = await all(await fixture.subscribe('subscription { reviewAdded(count: 3) { body author { name karma } } }'));
    expect(answers.map(dataOf)).toEqual([
      { reviewAdded: { body: 'good', author: { name: 'Name "u1"', karma: 2 } } },
      { reviewAdded: { body: '', author: { name: 'Name "u2"', karma: 1 } } },
      { reviewAdded: { body: 'bad', author: null } },
    ]);
    expect(answers.flatMap(({ errors }) => errors)).toEqual([]);
    await closed();
  });

  it('keeps the order of events although a later one is joined sooner', async () => {
    let joins = 0;
    fixture.intercept('users', (call) => async (...args) => {
      joins += 1;
      await new Promise((resolve) => setTimeout(resolve, joins === 1 ? 100 : 0));
      return call(...args);
    });
    const answers = await all(
      await fixture.subscribe('subscription ($n: Int!) { reviewAdded(count: $n) { id author { nickname } } }', { n: 8 }),
    );
    const ids = answers.map((answer) => (dataOf(answer) as { readonly reviewAdded: { readonly id: string } }).reviewAdded.id);
    expect(ids).toEqual(['r1', 'r2', 'r3', 'r4', 'r5', 'r1', 'r2', 'r3']);
  });

  it('is refused with the error of the subgraph', async () => {
    const answers = await fixture.subscribe('subscription { broken { id } }');
    await expect(all(answers)).rejects.toMatchObject({ message: 'no reviews for you', extensions: { code: 'FORBIDDEN' } });
  });

  it('lets go of its source when the client is gone', async () => {
    const client = new AbortController();
    const answers = await fixture.subscribe('subscription { reviewAdded(count: -1) { id } }', {}, { signal: client.signal });
    const seen = all(answers);
    await waitUntil(() => openUpstreams.count === 1, { timeoutMs: 5000 });
    client.abort();
    expect(await seen).toEqual([]);
    await closed();
  });

  it('lets go of its source when the reader leaves while it waits', async () => {
    const iterator = (await fixture.subscribe('subscription { reviewAdded(count: -1) { id } }'))[Symbol.asyncIterator]();
    const next = iterator.next();
    await waitUntil(() => openUpstreams.count === 1, { timeoutMs: 5000 });
    await iterator.return?.();
    expect(await next).toMatchObject({ done: true });
    await closed();
  });

  it('goes on with null where a join fails', async () => {
    fixture.intercept('users', () => () => Promise.reject(new Error('gone')));
    const answers = await all(await fixture.subscribe('subscription { reviewAdded(count: 1) { body author { nickname } } }'));
    expect(answers.map(dataOf)).toEqual([{ reviewAdded: { body: 'good', author: { nickname: null } } }]);
    expect(answers[0]!.errors).toMatchObject([{ path: ['reviewAdded', 'author'], extensions: { code: 'SUBGRAPH_UNAVAILABLE' } }]);
  });
});

it('a subscription whose event is no GraphQL answer ends with an error and lets go of its source', async () => {
  await using fixture = await openFixture('in-process');
  fixture.interceptEvents('reviews', () => [] as unknown as SubgraphAnswer);
  const seen = await all(await fixture.subscribe('subscription { reviewAdded(count: 1000000) { id } }')).catch((error: unknown) => error);
  expect(seen).toMatchObject({ code: 'SUBGRAPH_INVALID_RESPONSE' });
  await closed();
});

it('a subscription meets the loss of its subgraph as a failure of the subgraph', async () => {
  await using fixture = await openFixture('HTTP and WebSocket');
  const seen = all(await fixture.subscribe('subscription { reviewAdded(count: -1) { id } }')).catch((error: unknown) => error);
  await waitUntil(() => openUpstreams.count === 1, { timeoutMs: 5000 });
  await fixture.stopServer('reviews');
  expect(await seen).toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE' });
  await closed();
});
