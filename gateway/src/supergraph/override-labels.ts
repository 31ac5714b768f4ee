import { type ConstDirectiveNode, type DocumentNode, Kind } from 'graphql';

/** The labels on which it depends who answers the fields of an operation. @param fields names of everything that it may ask for */
export type LabelsOf = (fields: Iterable<string>) => readonly string[];

const labelOf = ({ arguments: given = [] }: ConstDirectiveNode): string | undefined => {
  const value = given.find(({ name }) => name.value === 'overrideLabel')?.value;
  return value?.kind === Kind.STRING ? value.value : undefined;
};

/** Labels by the names of the fields that move from one subgraph to another by them. */
function labelledFields({ definitions }: DocumentNode): ReadonlyMap<string, readonly string[]> {
  const labels = new Map<string, readonly string[]>();
  for (const definition of definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
    for (const { name, directives = [] } of definition.fields ?? []) {
      const found = directives.flatMap((directive) => labelOf(directive) ?? []);
      if (found.length > 0) labels.set(name.value, [...(labels.get(name.value) ?? []), ...found]);
    }
  }
  return labels;
}

/**
 * Reads the labels of `@override` out of a supergraph.
 * @param plannedNames fields that a plan may ask for by itself: their labels count for every operation
 */
export function overrideLabels(supergraph: DocumentNode, plannedNames: Iterable<string>): LabelsOf {
  const labels = labelledFields(supergraph);
  if (labels.size === 0) return () => [];
  const always = Array.from(plannedNames).flatMap((name) => labels.get(name) ?? []);
  return (fields) => [...new Set([...always, ...Array.from(fields).flatMap((name) => labels.get(name) ?? [])])].toSorted();
}
