import { graphqlError } from '@veza/graphql';
import { opinions } from './data.ts';
import { reviewStub } from './resolvers.ts';

/** How many upstream subscriptions are open; a test waits for it to fall when clients leave. */
export const openUpstreams = { count: 0 };

/** The first reviews, one per turn of the event loop; with a negative count it waits for ever, until the reader leaves. */
function firstReviews(count: number): AsyncIterableIterator<unknown> {
  let sent = 0;
  let isOpen = true;
  openUpstreams.count += 1;
  const end = (): Promise<IteratorResult<unknown>> => {
    if (isOpen) openUpstreams.count -= 1;
    isOpen = false;
    return Promise.resolve({ done: true, value: undefined });
  };
  return {
    async next() {
      if (count < 0) return new Promise(() => undefined);
      await new Promise((resolve) => setImmediate(resolve));
      if (sent >= count) return end();
      sent += 1;
      return { done: false, value: reviewStub(opinions[(sent - 1) % opinions.length]!.id) };
    },
    return: end,
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

/** Sources of the fixture's subscription fields. */
export const reviewEvents: Readonly<Record<string, (root: unknown, args: { readonly count: number }) => AsyncIterable<unknown>>> = {
  /** `count` events, then the end; a negative count never ends and never sends. */
  reviewAdded: (_, { count }) => firstReviews(count),
  broken: () => {
    throw graphqlError('FORBIDDEN', 'no reviews for you');
  },
};
