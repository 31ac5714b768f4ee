import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { introspectionFromSchema, lexicographicSortSchema, printSchema, type GraphQLSchema } from 'graphql';
import type { ServedSupergraphs } from '../supergraph/served-supergraphs.ts';
import { addCors } from './headers.ts';
import type { AllowedOrigins } from './origins.ts';

/** A text that changes only with the supergraph, and its strong ETag. */
interface Published {
  readonly text: string;
  readonly etag: string;
}

const CACHE_CONTROL = 'public, max-age=60';

/** Makes the text of a schema at the first request for it: nobody waits for it at the start. */
function onDemand(make: (schema: GraphQLSchema) => string): (schema: GraphQLSchema) => Published {
  const published = new WeakMap<GraphQLSchema, Published>();
  return (schema) => {
    const known = published.get(schema);
    if (known) return known;
    const text = make(schema);
    const made = { text, etag: `"${createHash('sha256').update(text).digest('base64url')}"` };
    published.set(schema, made);
    return made;
  };
}

function isKnown(request: FastifyRequest, etag: string): boolean {
  const known = request.headers['if-none-match'];
  return known !== undefined && (known === '*' || known.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag));
}

function send(request: FastifyRequest, reply: FastifyReply, { text, etag }: Published, contentType: string): FastifyReply {
  reply.headers({ etag, 'cache-control': CACHE_CONTROL, vary: 'Origin' });
  return isKnown(request, etag) ? reply.code(304).send() : reply.type(contentType).send(text);
}

/** What the routes show, and to which web pages. */
export interface SchemaRouteOptions {
  readonly supergraphs: ServedSupergraphs;
  readonly origins: AllowedOrigins;
}

/** Mounts `/schema.graphql` and `/schema.json`: what clients may ask, for GraphiQL and code generators, also where introspection is off. */
export async function schemaRoutes(scope: FastifyInstance, { supergraphs, origins }: SchemaRouteOptions): Promise<void> {
  const sdl = onDemand((schema) => `${printSchema(lexicographicSortSchema(schema))}\n`);
  const introspection = onDemand((schema) => JSON.stringify({ data: introspectionFromSchema(schema) }));
  const schema = () => supergraphs.current().state.apiSchema;
  addCors(scope, origins, 'GET');
  scope.get('/schema.graphql', (request, reply) => send(request, reply, sdl(schema()), 'application/graphql; charset=utf-8'));
  scope.get('/schema.json', (request, reply) => send(request, reply, introspection(schema()), 'application/json; charset=utf-8'));
}
