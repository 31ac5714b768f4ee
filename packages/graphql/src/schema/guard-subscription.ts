import { GraphQLError, type GraphQLFieldResolver, type GraphQLSchema } from 'graphql';
import { maskThrown } from '../error-mask.ts';
import { lifetimeOf } from '../operation-lifetime.ts';
import type { SubgraphContext } from '../subgraph.ts';

type Subscribe = GraphQLFieldResolver<unknown, SubgraphContext>;

/** A failure as the client may see it. Done here, because transports send errors of a stream as they come. */
function masked(schema: GraphQLSchema, thrown: unknown, { request }: SubgraphContext): GraphQLError {
  const { message, extensions } = maskThrown(schema, thrown, request.requestId);
  return new GraphQLError(message, { extensions });
}

const isAsyncIterable = (value: unknown): value is AsyncIterable<unknown> =>
  typeof value === 'object' && value !== null && Symbol.asyncIterator in value;

/** The source with masked failures, which renews its operation's context before each event and ends the operation when it is left. */
function guardedSource(source: AsyncIterable<unknown>, schema: GraphQLSchema, context: SubgraphContext): AsyncIterableIterator<unknown> {
  const events = source[Symbol.asyncIterator]();
  const lifetime = lifetimeOf(context);
  return {
    async next() {
      try {
        const step = await events.next();
        if (!step.done) lifetime?.renew(context);
        return step;
      } catch (error) {
        throw masked(schema, error, context);
      }
    },
    async return() {
      lifetime?.end();
      await events.return?.();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

/** A subscription's `subscribe` whose failures, at the start and later, reach no client unmasked. */
export function guardSubscription(schema: GraphQLSchema, inner: Subscribe): Subscribe {
  return async (parent, args: unknown, context, info) => {
    try {
      const source: unknown = await inner(parent, args as Record<string, unknown>, context, info);
      return isAsyncIterable(source) ? guardedSource(source, schema, context) : source;
    } catch (error) {
      throw masked(schema, error, context);
    }
  };
}
