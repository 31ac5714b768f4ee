import {
  type DocumentNode,
  GraphQLSchema,
  type GraphQLNamedType,
  type GraphQLObjectType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isUnionType,
  specifiedDirectives,
} from 'graphql';
// The public `buildASTSchema` does the same in one piece of ten milliseconds. Pinned with graphql; the test compares the outcome.
import { extendSchemaImpl } from 'graphql/utilities/extendSchema.js';
import { checkOwnScalars } from '../guard/own-scalars.ts';
import type { Pause } from '../pace.ts';
import { parseInPieces } from './parse-in-pieces.ts';

const EMPTY = { description: undefined, types: [], directives: [], extensions: {}, extensionASTNodes: [], assumeValid: true } as const;

/** Has a type look up what it refers to, which it does once. */
function resolve(type: GraphQLNamedType): void {
  if (isObjectType(type) || isInterfaceType(type)) {
    type.getFields();
    type.getInterfaces();
  } else if (isInputObjectType(type)) type.getFields();
  else if (isUnionType(type)) type.getTypes();
}

/**
 * Builds the schema that clients see from its definitions, in short steps with pauses for others. It is not validated again.
 * @param definitions as `apiSchemaOf` writes them
 * @param supergraph tells whether scalars of our names are ours
 */
export async function buildApiSchema(definitions: readonly string[], supergraph: DocumentNode, pause: Pause): Promise<GraphQLSchema> {
  const document = await parseInPieces(definitions, pause);
  await pause();
  const config = extendSchemaImpl({ ...EMPTY, types: [], directives: [] }, document, { assumeValidSDL: true });
  for (const type of config.types) {
    await pause();
    resolve(type);
  }
  await pause();
  const root = (name: string) => config.types.find((type) => type.name === name) as GraphQLObjectType | undefined;
  const usual = config.astNode ? {} : { query: root('Query'), mutation: root('Mutation'), subscription: root('Subscription') };
  const known = new Set(config.directives.map(({ name }) => name));
  const directives = [...config.directives, ...specifiedDirectives.filter(({ name }) => !known.has(name))];
  const schema = new GraphQLSchema({ ...config, ...usual, directives });
  checkOwnScalars(schema, supergraph);
  return schema;
}
