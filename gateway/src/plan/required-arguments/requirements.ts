import { type DocumentNode, type FieldDefinitionNode, Kind, type SelectionSetNode } from 'graphql';
import { graphNames } from '../../supergraph/root-fields.ts';
import { argumentOf } from './external-fields.ts';
import { requiredSet } from './required-set.ts';
import { requirementOf } from './stand-ins.ts';

/** Paths of fields that a field of a type requires where a subgraph answers it, e.g. `box/weight`. */
export type Requirements = (type: string, field: string, subgraph: string) => readonly string[];

/** Paths of leaves and of everything above them; fragments do not count. */
function pathsOf({ selections }: SelectionSetNode, above = ''): readonly string[] {
  return selections.flatMap((selection) => {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return [];
    if (selection.kind === Kind.INLINE_FRAGMENT) return pathsOf(selection.selectionSet, above);
    const path = `${above}${selection.name.value}`;
    return [path, ...(selection.selectionSet ? pathsOf(selection.selectionSet, `${path}/`) : [])];
  });
}

/** Reads what fields require out of a supergraph. */
export function requirements(supergraph: DocumentNode): Requirements {
  const names = graphNames(supergraph);
  const known = new Map<string, readonly string[]>();
  const learn = (type: string, { name, directives = [] }: FieldDefinitionNode): void => {
    for (const directive of directives) {
      const requirement = requirementOf(directive);
      const subgraph = names.get(argumentOf(directive, 'graph') ?? '');
      if (requirement !== undefined) known.set([type, name.value, subgraph].join(' '), pathsOf(requiredSet(requirement)));
    }
  };
  for (const type of supergraph.definitions) {
    if (type.kind !== Kind.OBJECT_TYPE_DEFINITION && type.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
    for (const field of type.fields ?? []) learn(type.name.value, field);
  }
  return (type, field, subgraph) => known.get([type, field, subgraph].join(' ')) ?? [];
}
