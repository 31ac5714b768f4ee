import type { DocumentNode, FieldNode, OperationDefinitionNode } from 'graphql';
import { flattenedMeasure } from './flattened-measure.ts';

const sum = (left: number, right: number) => left + right;
const directivesOn = ({ directives }: { readonly directives?: readonly unknown[] | undefined }) => directives?.length ?? 0;
const isMeta = ({ name }: FieldNode) => name.value.startsWith('__');
const isIntrospectionRoot = ({ name }: FieldNode) => name.value === '__schema' || name.value === '__type';

/** Nested fields of an operation, fragments flattened. Introspection and `__typename` count nothing: `introspectionDepth` holds them. */
export function depth(document: DocumentNode, operation: OperationDefinitionNode): number {
  return flattenedMeasure(document, { field: (field, below) => (isMeta(field) ? 0 : 1 + below), together: Math.max })(
    operation.selectionSet,
  );
}

/** Nested fields from `__schema` or `__type` on, wherever they stand; 0 without introspection. */
export function introspectionDepth(document: DocumentNode, operation: OperationDefinitionNode): number {
  const allDepth = flattenedMeasure(document, { field: (_field, below) => 1 + below, together: Math.max });
  return flattenedMeasure(document, {
    field: (field, below) => (isIntrospectionRoot(field) ? 1 + allDepth(field.selectionSet) : below),
    together: Math.max,
  })(operation.selectionSet);
}

/** Aliased fields of an operation, fragments flattened: each may cost a request to a subgraph. */
export function aliasCount(document: DocumentNode, operation: OperationDefinitionNode): number {
  return flattenedMeasure(document, { field: ({ alias }, below) => (alias ? 1 : 0) + below, together: sum })(operation.selectionSet);
}

/** Fields at the root of an operation, fragments flattened. */
export function rootFieldCount(document: DocumentNode, operation: OperationDefinitionNode): number {
  return flattenedMeasure(document, { field: () => 1, together: sum })(operation.selectionSet);
}

/** Directives of an operation, on itself, its variables, fields and fragments, the latter flattened. */
export function directiveCount(document: DocumentNode, operation: OperationDefinitionNode): number {
  const inSelections = flattenedMeasure(document, {
    field: (field, below) => directivesOn(field) + below,
    fragment: (fragment, content) => directivesOn(fragment) + content,
    together: sum,
  })(operation.selectionSet);
  const onVariables = (operation.variableDefinitions ?? []).reduce((count, variable) => count + directivesOn(variable), 0);
  return inSelections + onVariables + directivesOn(operation);
}
