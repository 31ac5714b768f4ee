import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isAbstractType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { ALWAYS, type Conjunction, type Inclusion, narrowed } from './inclusion.ts';

/** One place in the document where a field is selected. */
export interface Occurrence {
  readonly node: FieldNode;
  readonly when: Conjunction;
}

/** A selection set and when it counts. */
export interface Selections {
  readonly selectionSet: SelectionSetNode;
  readonly when: Conjunction;
}

/** A field of an answer, at the place where it is written. A field with several conditional occurrences has several places. */
export interface CollectedField {
  /** As the client expects it. */
  readonly responseName: string;
  /** The name under which the data has it. */
  readonly dataName: string;
  readonly inclusion: Inclusion;
  /** All occurrences of the response name; their selection sets are merged. */
  readonly occurrences: readonly Occurrence[];
}

/** A type that has fields: of an interface only what is selected of the interface itself is collected. */
type FieldsType = GraphQLObjectType | GraphQLInterfaceType;

/** What the selections of a document refer to. */
export interface DocumentContext {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** Names that the client expects for names of the data that are others. */
  readonly clientNames: ReadonlyMap<string, string>;
}

function applies(condition: string | undefined, type: FieldsType, schema: GraphQLSchema): boolean {
  if (condition === undefined || condition === type.name) return true;
  const conditionType = schema.getType(condition);
  return isAbstractType(conditionType) && schema.isSubType(conditionType, type);
}

function fragmentOf(selection: Exclude<SelectionNode, FieldNode>, { fragments }: DocumentContext) {
  return selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
}

/** Conditions under which it depends on the type of an object of an interface what is written: its name, or fields of some types only. */
export function typeDependence(type: FieldsType, parents: readonly Selections[], context: DocumentContext): readonly Conjunction[] {
  return parents.flatMap(({ selectionSet, when }) =>
    selectionSet.selections.flatMap((selection): readonly Conjunction[] => {
      const condition = narrowed(when, selection.directives);
      if (!condition) return [];
      if (selection.kind === Kind.FIELD) return selection.name.value === '__typename' ? [condition] : [];
      const fragment = fragmentOf(selection, context);
      if (!fragment) return [];
      if (!applies(fragment.typeCondition?.name.value, type, context.schema)) return [condition];
      return typeDependence(type, [{ selectionSet: fragment.selectionSet, when: condition }], context);
    }),
  );
}

/** Every field that an object of the type may be asked for, in the order of the document. */
function occurrencesOf(type: FieldsType, { selectionSet, when }: Selections, context: DocumentContext): readonly Occurrence[] {
  return selectionSet.selections.flatMap((selection): readonly Occurrence[] => {
    const condition = narrowed(when, selection.directives);
    if (!condition) return [];
    if (selection.kind === Kind.FIELD) return [{ node: selection, when: condition }];
    const fragment = fragmentOf(selection, context);
    if (!fragment || !applies(fragment.typeCondition?.name.value, type, context.schema)) return [];
    return occurrencesOf(type, { selectionSet: fragment.selectionSet, when: condition }, context);
  });
}

/**
 * The fields of one object type in the order in which the specification writes them: each where its first included occurrence stands.
 * @see https://spec.graphql.org/September2025/#CollectFields()
 */
export function collectFields(type: FieldsType, parents: readonly Selections[], context: DocumentContext): readonly CollectedField[] {
  const byName = new Map<string, Occurrence[]>();
  const certain = new Set<string>();
  const fields: CollectedField[] = [];
  for (const occurrence of parents.flatMap((parent) => occurrencesOf(type, parent, context))) {
    const { node, when } = occurrence;
    const dataName = (node.alias ?? node.name).value;
    const responseName = context.clientNames.get(dataName) ?? dataName;
    const occurrences = byName.get(responseName) ?? [];
    byName.set(responseName, occurrences);
    if (!certain.has(responseName)) {
      const unless = occurrences.map((earlier) => earlier.when);
      fields.push({ responseName, dataName, inclusion: { when, unless }, occurrences });
    }
    occurrences.push(occurrence);
    if (when.size === 0) certain.add(responseName);
  }
  return fields;
}

/** The selection sets below a field. Where there is only one, the field's own condition is known to hold. */
export function selectionsBelow(occurrences: readonly Occurrence[]): readonly Selections[] {
  const isOnly = occurrences.length === 1;
  return occurrences.flatMap(({ node, when }) =>
    node.selectionSet ? [{ selectionSet: node.selectionSet, when: isOnly ? ALWAYS : when }] : [],
  );
}
