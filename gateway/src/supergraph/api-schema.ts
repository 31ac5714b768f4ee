import type { Supergraph } from '@apollo/federation-internals';
import { type DocumentNode, type GraphQLSchema, parse, print, printSchema } from 'graphql';
import { checkOwnScalars } from '../guard/own-scalars.ts';

/** The schema that clients see: without `@inaccessible` parts and without the machinery of federation. */
export interface ApiSchema {
  readonly schema: GraphQLSchema;
  /** The same as SDL, one definition each, for whoever builds it in another thread. */
  readonly definitions: readonly string[];
}

/**
 * Takes it out of a supergraph: CPU work of a tenth of a second, so it is done where nobody waits for the event loop.
 * @param document the SDL of the supergraph
 */
export function apiSchemaOf(supergraph: Supergraph, document: DocumentNode): ApiSchema {
  const schema = supergraph.apiSchema().toGraphQLJSSchema();
  checkOwnScalars(schema, document);
  return { schema, definitions: parse(printSchema(schema), { noLocation: true }).definitions.map((definition) => print(definition)) };
}
