import type { ChatContext } from './context.ts';

/**
 * A stream that keeps the viewer connected as long as it lasts: until it ends by itself, its reader leaves, or the request is over. Streams of
 * nobody in particular connect nobody.
 */
export function whileConnected<T>({ chat, viewerId, request }: ChatContext, stream: AsyncIterableIterator<T>): AsyncIterableIterator<T> {
  if (viewerId === undefined) return stream;
  const release = chat.connections.hold(viewerId);
  request.signal.addEventListener('abort', release, { once: true });
  if (request.signal.aborted) release();
  const end = () => {
    request.signal.removeEventListener('abort', release);
    release();
  };
  return {
    async next() {
      try {
        const result = await stream.next();
        if (result.done) end();
        return result;
      } catch (error) {
        end();
        throw error;
      }
    },
    async return(value: unknown) {
      end();
      return stream.return ? stream.return(value) : { done: true, value: undefined };
    },
    async throw(error: unknown) {
      end();
      if (stream.throw) return stream.throw(error);
      throw error;
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
