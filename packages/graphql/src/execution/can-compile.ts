import {
  BREAK,
  type DocumentNode,
  getNamedType,
  type GraphQLInputObjectType,
  type GraphQLNamedType,
  type GraphQLSchema,
  isInputObjectType,
  Kind,
  type TypeNode,
  visit,
} from 'graphql';
import { mergesConditions } from './merged-conditions.ts';

/** graphql-jit builds its answers by plain assignment, which loses a key `__proto__`. */
function answersProto(document: DocumentNode): boolean {
  let isFound = false;
  visit(document, {
    Field: ({ alias, name }) => {
      isFound = (alias ?? name).value === '__proto__';
      return isFound ? BREAK : undefined;
    },
  });
  return isFound;
}

/** Whether an input type holds itself, through however many others. */
function isRecursive(type: GraphQLInputObjectType): boolean {
  const seen = new Set<GraphQLNamedType>();
  const pending: GraphQLNamedType[] = [type];
  for (let next = pending.pop(); next; next = pending.pop()) {
    if (!isInputObjectType(next)) continue;
    const members = Object.values(next.getFields()).map((field) => getNamedType(field.type));
    if (members.includes(type)) return true;
    pending.push(...members.filter((member) => !seen.has(member)));
    for (const member of members) seen.add(member);
  }
  return false;
}

/** Every input type below a type, itself included. */
function inputTypesIn(type: GraphQLNamedType | undefined): ReadonlySet<GraphQLInputObjectType> {
  const found = new Set<GraphQLInputObjectType>();
  const pending = [type];
  for (let next = pending.pop(); next; next = pending.pop()) {
    if (!isInputObjectType(next) || found.has(next)) continue;
    found.add(next);
    pending.push(...Object.values(next.getFields()).map((field) => getNamedType(field.type)));
  }
  return found;
}

function typeName(node: TypeNode): string {
  return node.kind === Kind.NAMED_TYPE ? node.name.value : typeName(node.type);
}

/** graphql-jit writes the reading of a variable's type out in full: with a recursive input type until the stack ends, half a minute later. */
function takesRecursiveInput(schema: GraphQLSchema, document: DocumentNode): boolean {
  const variables = document.definitions.flatMap((node) =>
    node.kind === Kind.OPERATION_DEFINITION ? (node.variableDefinitions ?? []) : [],
  );
  return variables.some(({ type }) => [...inputTypesIn(schema.getType(typeName(type)))].some(isRecursive));
}

/** Whether graphql-jit answers a document as graphql-js does, and within reason. */
export function canCompile(schema: GraphQLSchema, document: DocumentNode): boolean {
  return !answersProto(document) && !takesRecursiveInput(schema, document) && !mergesConditions(document);
}
