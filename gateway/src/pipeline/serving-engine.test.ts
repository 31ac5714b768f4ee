import { OperationTypeNode } from 'graphql';
import { describe, expect, it } from 'vitest';
import type { PlanAnswer } from '../plan/executor.ts';
import type { ServedSupergraphs } from '../supergraph/served-supergraphs.ts';
import type { RequestOrigin } from './context.ts';
import { refused, type Outcome } from './outcome.ts';
import { servingEngine } from './serving-engine.ts';

const answer: PlanAnswer = { dataJson: '{}', errors: [], objectCount: 0 };

function streamed(events: () => AsyncGenerator<PlanAnswer>): Outcome {
  return { kind: 'streaming', events: { [Symbol.asyncIterator]: events } };
}
async function* two(): AsyncGenerator<PlanAnswer> {
  yield answer;
  yield answer;
}
// oxlint-disable-next-line require-yield
async function* broken(): AsyncGenerator<PlanAnswer> {
  throw new Error('lost');
}

function over(run: () => Promise<Outcome>) {
  const held = { holds: 0 };
  const supergraphs = {
    acquire: () => {
      held.holds += 1;
      return { served: { engine: { run } }, release: () => void (held.holds -= 1) };
    },
  } as unknown as ServedSupergraphs;
  const client = new AbortController();
  const origin: RequestOrigin = { transport: 'http', requestId: 'r', kinds: [OperationTypeNode.QUERY], signal: client.signal };
  const request = { query: '{ a }', operationName: undefined, variables: undefined };
  return { held, client, start: () => servingEngine(supergraphs).run(request, origin) };
}

async function iteratorOf(started: Promise<Outcome>): Promise<AsyncIterator<PlanAnswer>> {
  const outcome = await started;
  if (outcome.kind !== 'streaming') throw new Error('no stream');
  return outcome.events[Symbol.asyncIterator]();
}

describe('servingEngine', () => {
  it('lets go of the supergraph with the answer, a refusal and a fault', async () => {
    for (const outcome of [{ kind: 'answered', answer } as const, refused('document', [new Error('no')])]) {
      const { held, start } = over(() => Promise.resolve(outcome));
      const running = start();
      expect(held.holds).toBe(1);
      expect(await running).toBe(outcome);
      expect(held.holds).toBe(0);
    }
    const { held, start } = over(() => Promise.reject(new Error('fault')));
    await expect(start()).rejects.toThrow('fault');
    expect(held.holds).toBe(0);
  });

  it('holds the supergraph for a stream until its last event', async () => {
    const { held, client, start } = over(() => Promise.resolve(streamed(two)));
    const events = await iteratorOf(start());
    await events.next();
    await events.next();
    expect(held.holds).toBe(1);
    await events.next();
    expect(held.holds).toBe(0);
    client.abort();
    expect(held.holds).toBe(0);
  });

  it('lets go when a stream fails, is given up, or its client is gone before the first event', async () => {
    const failing = over(() => Promise.resolve(streamed(broken)));
    await expect((await iteratorOf(failing.start())).next()).rejects.toThrow('lost');
    expect(failing.held.holds).toBe(0);

    const givenUp = over(() => Promise.resolve(streamed(two)));
    await (await iteratorOf(givenUp.start())).return?.();
    expect(givenUp.held.holds).toBe(0);

    const gone = over(() => Promise.resolve(streamed(two)));
    await gone.start();
    gone.client.abort();
    expect(gone.held.holds).toBe(0);

    const goneBefore = over(() => Promise.resolve(streamed(two)));
    goneBefore.client.abort();
    await goneBefore.start();
    expect(goneBefore.held.holds).toBe(0);
  });
});
