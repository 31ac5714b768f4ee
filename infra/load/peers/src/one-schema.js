import { readFileSync } from 'node:fs';
import fastify from 'fastify';
import mercurius from 'mercurius';
import { oneSchemaResolvers } from '../../src/federation/resolvers.ts';
import { announce, settings } from './announce.js';

/** The whole schema in one server with compiled queries and no federation: the limit of what a gateway can reach. */
const server = fastify();
await server.register(mercurius, { schema: readFileSync(settings.schema, 'utf8'), resolvers: oneSchemaResolvers, jit: 1 });
announce(`${await server.listen({ host: '127.0.0.1', port: 0 })}/graphql`);
