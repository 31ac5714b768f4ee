import { OperationTypeNode } from 'graphql';
import { describe, expect, it } from 'vitest';
import type { PlanAnswer } from '../plan/executor.ts';
import type { ServedSupergraphs } from '../supergraph/served-supergraphs.ts';
import type { RequestOrigin } from './context.ts';
import { refused, type Outcome } from './outcome.ts';
import { servingEngine } from './serving-engine.ts';

const answer: PlanAnswer = { dataJson: '{}', errors: [], objectCount: 0 };

const streaming = { kind: 'streaming', operation: { release: () => undefined } } as unknown as Outcome;

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

  it('holds the supergraph for a stream until whoever took it up lets go', async () => {
    const { held, start } = over(() => Promise.resolve(streaming));
    const outcome = await start();
    expect(held.holds).toBe(1);
    if (outcome.kind === 'streaming') outcome.operation.release();
    expect(held.holds).toBe(0);
  });
});
