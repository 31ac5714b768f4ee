import { type FieldNode, Kind, type SelectionSetNode } from 'graphql';
import type { Json, JsonObject } from '../../../transport/port.ts';
import type { UpstreamEvent } from '../../subscription-plan.ts';
import { emptyObject, writeProperty } from '../own-property.ts';
import type { SupergraphTypes } from '../supergraph-types.ts';

/** What an event is made after. */
export interface EventShape {
  /** The root field as it is sent upstream. */
  readonly root: FieldNode;
  readonly types: SupergraphTypes;
}

function addFields(
  event: JsonObject,
  { selections }: SelectionSetNode,
  typeName: string,
  values: JsonObject,
  types: SupergraphTypes,
): void {
  for (const selection of selections) {
    if (selection.kind === Kind.FIELD) {
      const { name, alias } = selection;
      const value: Json = name.value === '__typename' ? typeName : (values[name.value] ?? null);
      writeProperty(event, (alias ?? name).value, value);
    } else if (selection.kind === Kind.INLINE_FRAGMENT && types.isSubtype(typeName, selection.typeCondition?.name.value ?? typeName)) {
      addFields(event, selection.selectionSet, typeName, values, types);
    }
  }
}

/** An event with the fields that the selection asks of its type, as the subgraph would answer it. */
export function madeEvent({ root, types }: EventShape, typeName: string, values: JsonObject): UpstreamEvent {
  const event = emptyObject() as JsonObject;
  if (root.selectionSet) addFields(event, root.selectionSet, typeName, values, types);
  const marks = { typeName, cursor: undefined, seq: undefined, accessEpoch: undefined, subject: undefined };
  return { answer: { data: { [(root.alias ?? root.name).value]: event } }, marks };
}
