import type {
  DefinitionNode,
  DirectiveNode,
  DocumentNode,
  FieldDefinitionNode,
  InputValueDefinitionNode,
  ObjectTypeDefinitionNode,
  TypeNode,
} from 'graphql';
import { Kind } from 'graphql';

/** The definitions of one subgraph, shared head included. */
export interface SubgraphDocument {
  readonly name: string;
  readonly document: DocumentNode;
}

/** One thing that a rule does not accept, with where it stands. */
export interface Finding {
  readonly rule: string;
  readonly subgraph: string;
  readonly place: string;
  readonly message: string;
}

/** A rule looks at all subgraphs at once and tells what it finds. */
export type Rule = (subgraphs: readonly SubgraphDocument[]) => readonly Finding[];

export const ROOT_TYPES: ReadonlySet<string> = new Set(['Query', 'Mutation', 'Subscription']);

/** The value of a directive's string argument. */
export function stringArgument(directive: DirectiveNode, name: string): string | undefined {
  const value = directive.arguments?.find((argument) => argument.name.value === name)?.value;
  return value?.kind === Kind.STRING ? value.value : undefined;
}

export function directiveOf(node: { readonly directives?: readonly DirectiveNode[] }, name: string): DirectiveNode | undefined {
  return node.directives?.find((directive) => directive.name.value === name);
}

/** The name of a type without its wrappers. */
export function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}

export function isList(type: TypeNode): boolean {
  return type.kind === Kind.LIST_TYPE || (type.kind === Kind.NON_NULL_TYPE && isList(type.type));
}

export function objectTypes({ document }: SubgraphDocument): readonly ObjectTypeDefinitionNode[] {
  return document.definitions.filter(
    (definition): definition is ObjectTypeDefinitionNode => definition.kind === Kind.OBJECT_TYPE_DEFINITION,
  );
}

/** Whether the subgraph only names the type, without adding to it. */
export function isStub(type: ObjectTypeDefinitionNode): boolean {
  const resolvable = directiveOf(type, 'key')?.arguments?.find(({ name }) => name.value === 'resolvable')?.value;
  return resolvable?.kind === Kind.BOOLEAN && !resolvable.value;
}

/** Every field of object types and interfaces, with its place. */
export function fields(subgraph: SubgraphDocument): readonly { readonly parent: string; readonly field: FieldDefinitionNode }[] {
  return subgraph.document.definitions.flatMap((definition) =>
    definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.INTERFACE_TYPE_DEFINITION
      ? (definition.fields ?? []).map((field) => ({ parent: definition.name.value, field }))
      : [],
  );
}

/** Every argument and input field, with its place. */
export function inputValues(subgraph: SubgraphDocument): readonly { readonly place: string; readonly value: InputValueDefinitionNode }[] {
  const ofInputs = subgraph.document.definitions.flatMap((definition) =>
    definition.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION
      ? (definition.fields ?? []).map((value) => ({ place: `${definition.name.value}.${value.name.value}`, value }))
      : [],
  );
  const ofFields = fields(subgraph).flatMap(({ parent, field }) =>
    (field.arguments ?? []).map((value) => ({ place: `${parent}.${field.name.value}(${value.name.value}:)`, value })),
  );
  return [...ofInputs, ...ofFields];
}

/** Name of a type definition; empty for what has none. */
export function definitionName(definition: DefinitionNode): string {
  return 'name' in definition && definition.name ? definition.name.value : '';
}
