import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { introspectionFromSchema, lexicographicSortSchema, printSchema, type GraphQLSchema } from 'graphql';
import { addCors } from './headers.ts';
import type { AllowedOrigins } from './origins.ts';

/** A text that changes only with the supergraph, and its strong ETag. */
interface Published {
  readonly text: string;
  readonly etag: string;
}

const CACHE_CONTROL = 'public, max-age=60';

/** Makes a text at the first request for it: nobody waits for it at the start. */
function onDemand(make: () => string): () => Published {
  let published: Published | undefined;
  return () => {
    if (!published) {
      const text = make();
      published = { text, etag: `"${createHash('sha256').update(text).digest('base64url')}"` };
    }
    return published;
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

/** Mounts `/schema.graphql` and `/schema.json`: what clients may ask, for GraphiQL and code generators, also where introspection is off. */
export async function schemaRoutes(scope: FastifyInstance, options: { readonly schema: GraphQLSchema; readonly origins: AllowedOrigins }) {
  const { schema, origins } = options;
  const sdl = onDemand(() => `${printSchema(lexicographicSortSchema(schema))}\n`);
  const introspection = onDemand(() => JSON.stringify({ data: introspectionFromSchema(schema) }));
  addCors(scope, origins, 'GET');
  scope.get('/schema.graphql', (request, reply) => send(request, reply, sdl(), 'application/graphql; charset=utf-8'));
  scope.get('/schema.json', (request, reply) => send(request, reply, introspection(), 'application/json; charset=utf-8'));
}
