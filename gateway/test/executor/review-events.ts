import { graphqlError } from '@veza/graphql';
import { opinions } from './data.ts';
import { reviewStub } from './resolvers.ts';

/** How many upstream subscriptions are open; a test waits for it to fall when clients leave. */
export const openUpstreams = { count: 0 };

/** Ends the stream of a test in the middle, as a subgraph does that loses its own source. */
async function* firstReviews(count: number) {
  openUpstreams.count += 1;
  try {
    for (let index = 0; index < count; index += 1) {
      await new Promise((resolve) => setImmediate(resolve));
      yield reviewStub(opinions[index % opinions.length]!.id);
    }
    if (count < 0) await new Promise(() => undefined);
  } finally {
    openUpstreams.count -= 1;
  }
}

/** Sources of the fixture's subscription fields. */
export const reviewEvents: Readonly<Record<string, (root: unknown, args: { readonly count: number }) => AsyncIterable<unknown>>> = {
  /** `count` events, then the end; a negative count never ends and never sends. */
  reviewAdded: (_, { count }) => firstReviews(count),
  broken: () => {
    throw graphqlError('FORBIDDEN', 'no reviews for you');
  },
};
