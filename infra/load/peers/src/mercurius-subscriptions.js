import fastify from 'fastify';
import mercurius from 'mercurius';
import { announce, settings } from './announce.js';
import { publishOnDemand } from './publishing.js';

/** mercurius with its own subscriptions and its own in-memory publisher, queries compiled. */
const TOPIC = 'events';
const resolvers = {
  Subscription: { channelEvents: { subscribe: (_root, _args, { pubsub }) => pubsub.subscribe(TOPIC) } },
  ChannelEvent: { resolveType: ({ __typename }) => __typename },
};
const server = fastify();
await server.register(mercurius, { schema: settings.schema, resolvers, subscription: true, jit: 1 });
publishOnDemand((channelEvents) => server.graphql.pubsub.publish({ topic: TOPIC, payload: { channelEvents } }));
announce(`${await server.listen({ host: '127.0.0.1', port: 0 })}/graphql`.replace('http', 'ws'));
