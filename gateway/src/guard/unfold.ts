import { graphqlError } from '@veza/graphql/errors';
import {
  isAbstractType,
  isCompositeType,
  isObjectType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type FragmentSpreadNode,
  type GraphQLCompositeType,
  type GraphQLNamedType,
  type GraphQLSchema,
  type InlineFragmentNode,
  type SelectionSetNode,
} from 'graphql';
import { whenIncluded, type Condition } from './conditions.ts';

/** Fields an operation may have once its fragments are unfolded. The largest client document has about 300. */
const MAX_UNFOLDED_FIELDS = 20_000;

/** A selection set and the conditions on the way to it. */
export interface Selected {
  readonly set: SelectionSetNode;
  readonly condition: Condition;
}

/** One place where a field is selected. */
export interface Occurrence {
  readonly node: FieldNode;
  /** The type whose field it is. */
  readonly parent: GraphQLCompositeType;
  readonly condition: Condition;
}

/** Occurrences by response key. */
export type Fields = ReadonlyMap<string, readonly Occurrence[]>;

/** The fields of an object: those selected whatever its type is, and those selected for one type only. */
export interface UnfoldedFields {
  readonly shared: Fields;
  readonly byType: ReadonlyMap<string, Fields>;
}

/** Unfolds selections of one operation. It may be asked for 20,000 fields in all, then it throws OPERATION_LIMIT_EXCEEDED. */
export interface Unfolder {
  fieldsOf(type: GraphQLCompositeType, sets: readonly Selected[]): UnfoldedFields;
}

/** Where the fields of a fragment are counted: for one object type, or for all under the empty name. */
interface Place {
  readonly parent: GraphQLCompositeType;
  readonly bucket: string;
}

function tooManyFields() {
  const limit = { name: 'fields', max: MAX_UNFOLDED_FIELDS, actual: MAX_UNFOLDED_FIELDS + 1 };
  return graphqlError('OPERATION_LIMIT_EXCEEDED', `The fragments unfold to more than ${MAX_UNFOLDED_FIELDS} fields.`, { limit });
}

/** The place of a fragment on `type` inside a selection on `place.parent`; undefined when it can never apply. */
function placeOf(schema: GraphQLSchema, place: Place, type: GraphQLNamedType | undefined): Place | undefined {
  if (!isCompositeType(type)) return undefined;
  if (type === place.parent) return place;
  if (isAbstractType(place.parent)) return { parent: type, bucket: place.bucket || (isObjectType(type) ? type.name : '') };
  return isAbstractType(type) && schema.isSubType(type, place.parent) ? { parent: type, bucket: place.bucket } : undefined;
}

/** Prepares the unfolding of one operation. */
export function unfolder(schema: GraphQLSchema, document: DocumentNode): Unfolder {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions) if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  let unfolded = 0;

  const add = (buckets: Map<string, Map<string, Occurrence[]>>, bucket: string, occurrence: Occurrence) => {
    if (++unfolded > MAX_UNFOLDED_FIELDS) throw tooManyFields();
    const fields = buckets.get(bucket) ?? new Map<string, Occurrence[]>();
    buckets.set(bucket, fields);
    const key = occurrence.node.alias?.value ?? occurrence.node.name.value;
    const known = fields.get(key);
    if (known) known.push(occurrence);
    else fields.set(key, [occurrence]);
  };
  const fragmentPlace = (fragment: InlineFragmentNode | FragmentDefinitionNode, place: Place) =>
    fragment.typeCondition ? placeOf(schema, place, schema.getType(fragment.typeCondition.name.value)) : place;
  const fragmentOf = (selection: InlineFragmentNode | FragmentSpreadNode) =>
    selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
  const collect = (place: Place, { set, condition }: Selected, buckets: Map<string, Map<string, Occurrence[]>>): void => {
    for (const selection of set.selections) {
      const when = whenIncluded(selection, condition);
      if (!when) continue;
      if (selection.kind === Kind.FIELD) {
        add(buckets, place.bucket, { node: selection, parent: place.parent, condition: when });
        continue;
      }
      const fragment = fragmentOf(selection);
      const into = fragment && fragmentPlace(fragment, place);
      if (into) collect(into, { set: fragment.selectionSet, condition: when }, buckets);
    }
  };

  return {
    fieldsOf(type, sets) {
      const buckets = new Map<string, Map<string, Occurrence[]>>();
      for (const set of sets) collect({ parent: type, bucket: '' }, set, buckets);
      const shared = buckets.get('') ?? new Map<string, Occurrence[]>();
      buckets.delete('');
      return { shared, byType: buckets };
    },
  };
}
