import { type DocumentNode, Kind, visit } from 'graphql';
import type { JsonObject } from '../../../transport/port.ts';

/** How often a document uses a variable, its definition left out. */
function usesOf(document: DocumentNode, name: string): number {
  let uses = 0;
  visit(document, {
    VariableDefinition: () => false,
    Variable: (variable) => {
      if (variable.name.value === name) uses += 1;
    },
  });
  return uses;
}

/**
 * Text of the variables of a request, equal for those that may share an upstream.
 * @param cursorVariable left out of it, unless something else than the cursor depends on it too
 */
export function shareKeyOf(document: DocumentNode, cursorVariable: string | undefined): (variables: JsonObject) => string {
  const dropped = cursorVariable !== undefined && usesOf(document, cursorVariable) === 1 ? cursorVariable : undefined;
  const names = document.definitions
    .flatMap((node) => (node.kind === Kind.OPERATION_DEFINITION ? (node.variableDefinitions ?? []) : []))
    .map(({ variable }) => variable.name.value)
    .filter((name) => name !== dropped);
  return (variables) => JSON.stringify(names.map((name) => [name, variables[name]]));
}
