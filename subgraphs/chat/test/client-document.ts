import { clientDocuments } from '@veza/schema';
import { type DocumentNode, type GraphQLSchema, parse, print, TypeInfo, visit, visitWithTypeInfo } from 'graphql';

const documents = new Map(clientDocuments().map(({ name, document }) => [name, document]));
/** Types of other subgraphs; of these chat knows only the id. */
const FOREIGN: ReadonlySet<string> = new Set(['User', 'Track']);

/**
 * The part of a client document that is sent to chat: of people and tracks only their ids, which is where the gateway joins the rest.
 * Everything else stands as clients send it and must fit chat's schema.
 */
export function clientDocument(name: string, schema: GraphQLSchema): string {
  const document = documents.get(name);
  if (!document) throw new Error(`there is no client document ${name}`);
  return print(ownPart(document, schema));
}

/** The same for a document of the test's own. */
export function ownPart(document: DocumentNode | string, schema: GraphQLSchema): DocumentNode {
  const types = new TypeInfo(schema);
  return visit(
    typeof document === 'string' ? parse(document) : document,
    visitWithTypeInfo(types, {
      Field: ({ name }) => (FOREIGN.has(types.getParentType()?.name ?? '') && name.value !== 'id' ? null : undefined),
    }),
  );
}
