import { setMaxListeners } from 'node:events';
import type { Dispatcher } from 'undici';
import type { Cancellation } from './cancellation.ts';
import { SubgraphFailure } from './port.ts';

/** A request to a subgraph, ready to be sent. */
export interface HttpRequest {
  readonly path: string;
  /** Names and values in turn. */
  readonly headers: string[];
  readonly body: string;
  /** Milliseconds until the answer is worthless. */
  readonly remainingMs: number;
  /** Largest answer that is read. Bytes. */
  readonly maxBytes: number;
  /** Gives up the exchange. Absent for mutations: what is sent is waited for. */
  readonly signal?: Cancellation;
}

/** What came back, whatever it is. */
export interface HttpAnswer {
  readonly status: number;
  readonly isJson: boolean;
  readonly body: Buffer;
}

const isJsonType = (contentType: unknown) => typeof contentType === 'string' && /^application\/(?:[\w.-]+\+)?json\b/i.test(contentType);

const failures = {
  timeout: () => new SubgraphFailure('OPERATION_TIMEOUT', 'the subgraph did not answer in time'),
  aborted: () => new SubgraphFailure('SUBGRAPH_UNAVAILABLE', 'nobody waits for the answer any more', { kind: 'cancelled' }),
  tooLarge: (bytes: number) => new SubgraphFailure('SUBGRAPH_INVALID_RESPONSE', `the answer is larger than ${bytes} bytes`),
  unreachable: (cause: unknown) =>
    new SubgraphFailure('SUBGRAPH_UNAVAILABLE', 'the subgraph cannot be reached', { cause, kind: 'unreachable' }),
  cut: (cause: unknown) => new SubgraphFailure('SUBGRAPH_UNAVAILABLE', 'the answer of the subgraph was cut off', { cause, kind: 'broken' }),
};

type Settle = (answer: HttpAnswer | SubgraphFailure) => void;

/** Reads one answer. `giveUp` ends the exchange early. */
function reader(
  maxBytes: number,
  settle: Settle,
): { readonly handler: Dispatcher.DispatchHandler; readonly giveUp: (failure: SubgraphFailure) => void } {
  const chunks: Buffer[] = [];
  let byteSize = 0;
  let status = 0;
  let isJson = false;
  let controller: Dispatcher.DispatchController | undefined;
  let failure: SubgraphFailure | undefined;

  const giveUp = (reason: SubgraphFailure) => {
    failure ??= reason;
    settle(failure);
    controller?.abort(failure);
  };
  const handler: Dispatcher.DispatchHandler = {
    onRequestStart(started) {
      controller = started;
      if (failure) started.abort(failure);
    },
    onResponseStart(_, statusCode, headers) {
      status = statusCode;
      isJson = isJsonType(headers['content-type']);
    },
    onResponseData(_, chunk) {
      byteSize += chunk.length;
      if (byteSize > maxBytes) giveUp(failures.tooLarge(maxBytes));
      else chunks.push(chunk);
    },
    onResponseEnd() {
      settle({ status, isJson, body: chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks) });
    },
    onResponseError(_, error) {
      settle(failure ?? (status === 0 ? failures.unreachable(error) : failures.cut(error)));
    },
  };
  return { handler, giveUp };
}

/** Sends a request and reads the whole answer. Rejects with `SubgraphFailure`: no connection, no answer in time, too large an answer. */
export function exchange(dispatcher: Dispatcher, request: HttpRequest): Promise<HttpAnswer> {
  const { path, headers, body, remainingMs, maxBytes, signal } = request;
  if (remainingMs <= 0) return Promise.reject(failures.timeout());
  if (signal?.aborted) return Promise.reject(failures.aborted());
  return new Promise((resolve, reject) => {
    const { handler, giveUp } = reader(maxBytes, (answer) => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
      if (answer instanceof SubgraphFailure) reject(answer);
      else resolve(answer);
    });
    const onAbort = () => giveUp(failures.aborted());
    const timer = setTimeout(() => giveUp(failures.timeout()), remainingMs);
    if (signal) {
      // All calls of one operation may listen to it, which is no leak, however many they are.
      if (signal instanceof AbortSignal) setMaxListeners(0, signal);
      signal.addEventListener('abort', onAbort);
    }
    dispatcher.dispatch({ method: 'POST', path, headers, body, headersTimeout: 0, bodyTimeout: 0 }, handler);
  });
}
