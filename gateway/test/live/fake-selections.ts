import { Kind, parse, type FieldNode, type OperationDefinitionNode } from 'graphql';
import type { WriteNow } from '../../src/plan/subscription-plan.ts';
import { coversSelection, sharedSelection, type SharedSelection } from '../../src/plan/own/live/shared-selection.ts';
import type { SubscriptionPlan, UpstreamEvent } from '../../src/plan/subscription-plan.ts';
import { subgraphFields } from '../../src/supergraph/subgraph-fields.ts';
import type { FakeLog } from './fake-log.ts';

const BITS = 10;
const names = Array.from({ length: BITS }, (_, bit) => `f${bit}`);
const fields = subgraphFields(
  parse(`type Entry @join__type(graph: FAKE) { seq: Int ${[...names, 'broken'].map((name) => `${name}(n: Int): Int`).join(' ')} }`),
);

/** What a text selects of an entry. */
export function selectionOf(text: string): SharedSelection | undefined {
  const [operation] = parse(`subscription { log { ${text} } }`, { noLocation: true }).definitions as readonly [OperationDefinitionNode];
  const [root] = operation.selectionSet.selections;
  if (root?.kind !== Kind.FIELD) throw new Error('a selection has one root');
  return sharedSelection(root as FieldNode, 'FAKE', 'Entry', fields);
}

const BROKEN = selectionOf('broken')!;
const BROKEN_SEQ = 2;

/** The second entry cannot be told to who selects `broken`, and takes everything with it. */
async function* breaking(events: AsyncIterable<UpstreamEvent>): AsyncGenerator<UpstreamEvent> {
  for await (const event of events) {
    const isBroken = event.marks.seq === BROKEN_SEQ;
    yield isBroken ? { ...event, answer: { data: { log: { typeName: 'lost' } }, errors: [{ message: 'broken' }] } } : event;
  }
}

/** The plan of a log with another selection of its entries. @param number below 1,024: a field for each bit */
export function planSelecting(log: FakeLog, number: number): SubscriptionPlan {
  return planOf(log, ['seq', ...names.filter((_, bit) => ((number >> bit) & 1) === 1)].join(' '));
}

/** Two of three entries need nothing from others. */
const writeNow: WriteNow = ({ answer: { data, errors }, marks: { cursor = '' } }) =>
  errors || Number(cursor.slice(1)) % 3 === 0 ? undefined : JSON.stringify(data);

/** As `planSelecting`, for any text. */
export function planOf({ plan }: FakeLog, text: string): SubscriptionPlan {
  const selection = selectionOf(text)!;
  return {
    ...plan,
    writeNow,
    shared: {
      supergraph: fields,
      selection,
      key: () => 'log',
      open: (wide, request, after) => (coversSelection(wide, BROKEN) ? breaking(plan.open(request, after)) : plan.open(request, after)),
    },
  };
}
