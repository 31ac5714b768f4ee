import { Kind, parse, type SelectionSetNode } from 'graphql';

/** A set of fields as `@requires` writes it. */
export function requiredSet(fields: string): SelectionSetNode {
  const [query] = parse(`{ ${fields} }`, { noLocation: true }).definitions;
  if (query?.kind !== Kind.OPERATION_DEFINITION) throw new Error('a set of fields is no selection');
  return query.selectionSet;
}

/** Names of the fields at the top of such a set; those in fragments do not count. */
export function topNames(fields: string): readonly string[] {
  return requiredSet(fields).selections.flatMap((selection) => (selection.kind === Kind.FIELD ? [selection.name.value] : []));
}
