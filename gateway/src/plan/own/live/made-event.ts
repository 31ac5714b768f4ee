import { type FieldNode, Kind, type SelectionSetNode } from 'graphql';
import type { JsonObject } from '../../../transport/port.ts';
import type { UpstreamEvent } from '../../subscription-plan.ts';
import { NO_MARKS } from './mark-selections.ts';
import { emptyObject, writeProperty } from '../own-property.ts';
import type { SupergraphTypes } from '../supergraph-types.ts';

/** What an event is made after. */
export interface EventShape {
  /** The root field as it is sent upstream. */
  readonly root: FieldNode;
  readonly types: SupergraphTypes;
}

/** The fields that a selection asks of a type, fragments unfolded. */
function fieldsFor(typeName: string, { selections }: SelectionSetNode, types: SupergraphTypes): readonly FieldNode[] {
  return selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection];
    if (selection.kind === Kind.FRAGMENT_SPREAD) return [];
    const condition = selection.typeCondition?.name.value ?? typeName;
    return types.isSubtype(typeName, condition) ? fieldsFor(typeName, selection.selectionSet, types) : [];
  });
}

/** An event with the fields that the selection asks of its type, as the subgraph would answer it; those without a value are null. */
export function madeEvent({ root, types }: EventShape, typeName: string, values: JsonObject): UpstreamEvent {
  const event = emptyObject() as JsonObject;
  const fields = root.selectionSet ? fieldsFor(typeName, root.selectionSet, types) : [];
  for (const { name, alias } of fields) {
    writeProperty(event, (alias ?? name).value, name.value === '__typename' ? typeName : (values[name.value] ?? null));
  }
  const marks = { ...NO_MARKS, typeName };
  return { answer: { data: { [(root.alias ?? root.name).value]: event } }, marks };
}
