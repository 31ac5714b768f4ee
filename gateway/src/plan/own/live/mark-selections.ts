import { type FieldNode, Kind, print, type SelectionNode } from 'graphql';
import type { Json, JsonObject, SubgraphAnswer } from '../../../transport/port.ts';
import type { FetchNode } from '../../query-plan.ts';
import type { EventMarks } from '../../subscription-plan.ts';
import { isDataObject } from '../own-property.ts';
import type { LiveSchema } from './live-schema.ts';

/** Fields of events that the gateway itself reads, where an event type has them. */
const MARK_FIELDS = ['cursor', 'seq', 'accessEpoch', 'subject', 'quotes'] as const;
const TYPENAME = '__typename';

/** The name under which each of them is answered. */
export type MarkAliases = ReadonlyMap<string, string>;

function aliased(field: string, alias: string): FieldNode {
  return { kind: Kind.FIELD, name: { kind: Kind.NAME, value: field }, alias: { kind: Kind.NAME, value: alias } };
}

function on(typeName: string, selection: SelectionNode): SelectionNode {
  return {
    kind: Kind.INLINE_FRAGMENT,
    typeCondition: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: typeName } },
    selectionSet: { kind: Kind.SELECTION_SET, selections: [selection] },
  };
}

/** Prefix of the aliases; longer where a client's own names begin like it. */
function prefixFor(text: string): string {
  let prefix = 'veza_';
  while (text.includes(prefix)) prefix += '_';
  return prefix;
}

/** Selects one mark on the event's type, or on those of its possible types that have it and agree on its type. */
function selectionsOf(field: string, alias: string, schema: LiveSchema, { subgraph, eventType }: Place): readonly SelectionNode[] {
  if (schema.fields.find(subgraph, eventType, field)) return [aliased(field, alias)];
  const owners = schema.fields.possibleTypes(subgraph, eventType).flatMap((typeName) => {
    const found = schema.fields.find(subgraph, typeName, field);
    return found ? [{ typeName, type: print(found.type) }] : [];
  });
  return owners.filter(({ type }) => type === owners[0]!.type).map(({ typeName }) => on(typeName, aliased(field, alias)));
}

interface Place {
  readonly subgraph: string;
  readonly eventType: string;
}

/** What is added to the selection on an event. Nothing where the field is not `@live`: names mean nothing in a foreign schema. */
export function markSelections(
  fetch: FetchNode,
  root: FieldNode,
  schema: LiveSchema,
): { readonly selections: readonly SelectionNode[]; readonly aliases: MarkAliases } {
  const field = root.name.value;
  const eventType = schema.live.eventType(field);
  if (!root.selectionSet || !schema.live.of(field) || eventType === undefined) return { selections: [], aliases: new Map() };
  const prefix = prefixFor(fetch.operation);
  const place = { subgraph: fetch.serviceName, eventType };
  const marks = MARK_FIELDS.map((mark) => ({ mark, selections: selectionsOf(mark, `${prefix}${mark}`, schema, place) }));
  const found = marks.filter(({ selections }) => selections.length > 0);
  return {
    selections: [aliased(TYPENAME, `${prefix}typename`), ...found.flatMap(({ selections }) => selections)],
    aliases: new Map([[TYPENAME, `${prefix}typename`], ...found.map(({ mark }) => [mark, `${prefix}${mark}`] as const)]),
  };
}

/** The marks of an event that tells none. */
export const NO_MARKS: EventMarks = {
  typeName: undefined,
  cursor: undefined,
  seq: undefined,
  accessEpoch: undefined,
  subject: undefined,
  quotes: undefined,
};

const textOf = (value: Json | undefined) => (typeof value === 'string' ? value : undefined);

/** Numbers travel as numbers, or as text where they may outgrow 32 bits. */
function numberOf(value: Json | undefined): number | undefined {
  const number = typeof value === 'string' && value !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isSafeInteger(number) ? number : undefined;
}

/** Reads the marks of an event. @param responseName of the root field */
export function marksReader(responseName: string, aliases: MarkAliases): (answer: SubgraphAnswer) => EventMarks {
  if (aliases.size === 0) return () => NO_MARKS;
  const [typeName, cursor, seq, accessEpoch, subject, quotes] = [TYPENAME, ...MARK_FIELDS].map((mark) => aliases.get(mark) ?? '');
  return ({ data }) => {
    const event = data?.[responseName];
    if (!isDataObject(event)) return NO_MARKS;
    const marks = event as JsonObject;
    return {
      typeName: textOf(marks[typeName!]),
      cursor: textOf(marks[cursor!]),
      seq: numberOf(marks[seq!]),
      accessEpoch: numberOf(marks[accessEpoch!]),
      subject: textOf(marks[subject!]),
      quotes: textOf(marks[quotes!]),
    };
  };
}
