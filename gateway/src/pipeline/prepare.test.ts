import { defaultLimits } from '@veza/guard';
import { graphqlError } from '@veza/graphql/errors';
import { buildSchema, OperationTypeNode } from 'graphql';
import { describe, expect, it } from 'vitest';
import type { ExecutablePlan } from '../plan/executor.ts';
import type { GatewayState } from '../supergraph/state.ts';
import type { DocumentReading } from './document-reading.ts';
import type { DocumentReader } from './prepare.ts';
import { preparedOperations } from './prepared-operations.ts';

const READING: DocumentReading = {
  ok: true,
  kind: OperationTypeNode.QUERY,
  operationName: 'Long'.repeat(100),
  rootNames: ['pages', '__type'],
  variables: [{ name: 'count', type: 'Int', fallback: 3 }],
  normalised: 'normalised',
  literals: { v0: 'constant' },
  pages: [{ field: 'pages', first: { variable: 'count' } }],
  overrideLabels: [],
  cost: {
    shared: [
      {
        responseKey: 'pages',
        weight: 2,
        isFixed: true,
        size: { given: [{ variable: 'count' }], otherwise: 1 },
        when: [[]],
        children: { shared: [], byType: {} },
      },
    ],
    byType: {},
  },
};
const pagesField = { name: 'pages' };
const state = {
  apiSchema: buildSchema('type Query { pages(first: Int): Int }'),
  rootField: (kind: string, name: string) => (kind === 'query' && name === 'pages' ? pagesField : undefined),
} as unknown as GatewayState;

function scene(read: DocumentReader) {
  const planned: string[] = [];
  const executor = {
    prepare: async (operation: string) => (planned.push(operation), { fetchCount: 1 } as ExecutablePlan),
    close: () => Promise.resolve(),
  };
  return {
    planned,
    operations: preparedOperations({
      state,
      read,
      executor,
      limits: defaultLimits,
      hideSuggestions: true,
      activeLabels: (labels) => labels,
    }),
  };
}

describe('a document that is new', () => {
  it('is read by the reader alone, whatever it is, and planned as the reader wrote it', async () => {
    const { planned, operations } = scene(() => Promise.resolve(READING));
    const preparation = await operations.get('this is not even GraphQL', undefined);
    if (!preparation.ok) throw new Error('refused');
    const { prepared } = preparation;
    expect(prepared).toMatchObject({ kind: 'query', operationName: READING.operationName!.slice(0, 64), introspects: true });
    expect(prepared.rootFields).toEqual([pagesField]);
    expect(prepared.coerceVariables({})).toEqual({ ok: true, values: { count: 3 } });
    expect(prepared.cost.of({ count: 4 })).toBe(8);
    expect(prepared.pages.problemWith({ count: 0 })?.extensions['code']).toBe('BAD_USER_INPUT');
    await prepared.plan();
    expect(planned).toEqual(['normalised']);
  });

  it('is read once for all who send it at the same time', async () => {
    const asked: unknown[] = [];
    const { operations } = scene((document) => (asked.push(document), Promise.resolve(READING)));
    await Promise.all([operations.get('a', 'A'), operations.get('a', 'A')]);
    expect(asked).toEqual([{ text: 'a', operationName: 'A', limits: defaultLimits, hideSuggestions: true }]);
  });

  it('is refused while the reader has no time, and read when it has again', async () => {
    let isBusy = true;
    const { operations } = scene(() => (isBusy ? Promise.reject(graphqlError('OVERLOADED', 'later')) : Promise.resolve(READING)));
    expect(await operations.get('a', undefined)).toMatchObject({ ok: false, errors: [{ extensions: { code: 'OVERLOADED' } }] });
    isBusy = false;
    expect(await operations.get('a', undefined)).toMatchObject({ ok: true });
  });

  it('that is refused for what it is stays refused without being read again', async () => {
    let times = 0;
    const { operations } = scene(() => ((times += 1), Promise.resolve({ ok: false, errors: [{ message: 'no' }] })));
    for (let time = 0; time < 2; time += 1) expect(await operations.get('a', undefined)).toMatchObject({ ok: false });
    expect(times).toBe(1);
  });

  it('whose reader falls is a fault of ours', async () => {
    const { operations } = scene(() => Promise.reject(new Error('a bug')));
    await expect(operations.get('a', undefined)).rejects.toThrow('a bug');
  });
});
