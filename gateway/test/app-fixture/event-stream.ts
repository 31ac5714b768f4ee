import type { RunningGateway } from './gateway.ts';

/** One block of an event stream: fields by name, a comment under the empty name. */
export type StreamBlock = Readonly<Record<string, string>>;

/** An event stream that a test reads by hand. */
export interface RawEventStream {
  readonly status: number;
  readonly headers: Headers;
  /** The next block; undefined at the end. Rejects when the connection is cut. */
  next(): Promise<StreamBlock | undefined>;
  /** All that is left, comments left out. */
  rest(): Promise<readonly StreamBlock[]>;
  /** Goes away. */
  leave(): void;
}

function blockOf(text: string): StreamBlock {
  const fields = text.split('\n').map((line) => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon), line.slice(colon + 1).replace(/^ /, '')] as const;
  });
  return Object.fromEntries(fields);
}

/** Asks for a stream. @param body by POST; undefined asks by GET */
export async function openEventStream(
  gateway: RunningGateway,
  body: object | undefined,
  { headers = {}, path = '/graphql' }: { readonly headers?: Readonly<Record<string, string>>; readonly path?: string } = {},
): Promise<RawEventStream> {
  const leaving = new AbortController();
  const response = await fetch(`${gateway.url}${path}`, {
    ...(body && { method: 'POST', body: JSON.stringify(body) }),
    headers: { accept: 'text/event-stream', ...(body && { 'content-type': 'application/json' }), ...headers },
    signal: leaving.signal,
  });
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  let buffered = '';
  const next = async (): Promise<StreamBlock | undefined> => {
    for (;;) {
      const end = buffered.indexOf('\n\n');
      if (end >= 0) {
        const block = blockOf(buffered.slice(0, end));
        buffered = buffered.slice(end + 2);
        return block;
      }
      const { done, value } = await reader.read();
      if (done) return undefined;
      buffered += value;
    }
  };
  return {
    status: response.status,
    headers: response.headers,
    next,
    async rest() {
      const blocks: StreamBlock[] = [];
      for (let block = await next(); block; block = await next()) if (!('' in block)) blocks.push(block);
      return blocks;
    },
    leave: () => leaving.abort(),
  };
}
