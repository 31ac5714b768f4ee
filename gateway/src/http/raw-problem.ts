import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { ErrorCode } from '@veza/graphql';

/** An error that is answered on a bare connection. */
export interface RawProblem {
  readonly status: number;
  readonly code: ErrorCode;
  readonly requestId: string;
  readonly retryAfterSeconds?: number;
}

/**
 * Answers a connection that no request handler has, in the form of every other error outside GraphQL, and ends it.
 * @see RFC 9457
 */
export function sendRawProblem(socket: Duplex, { status, code, requestId, retryAfterSeconds }: RawProblem): void {
  const title = STATUS_CODES[status] ?? 'Bad Request';
  const body = JSON.stringify({ type: 'about:blank', title, status, code, requestId });
  const headers = [
    'Connection: close',
    'Content-Type: application/problem+json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    `X-Request-Id: ${requestId}`,
    ...(retryAfterSeconds === undefined ? [] : [`Retry-After: ${retryAfterSeconds}`]),
  ];
  socket.once('finish', () => socket.destroy());
  socket.end(`HTTP/1.1 ${status} ${title}\r\n${headers.join('\r\n')}\r\n\r\n${body}`);
}
