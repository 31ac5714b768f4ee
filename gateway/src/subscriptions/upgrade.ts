import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { errorCodes, type ErrorCode } from '@veza/graphql';
import type { AllowedOrigins } from '../http/origins.ts';

const STATUS_TEXTS: Partial<Record<ErrorCode, string>> = {
  FORBIDDEN: 'Forbidden',
  NOT_FOUND: 'Not Found',
  OVERLOADED: 'Service Unavailable',
};
const RETRY_SECONDS = 1;

/** Why an upgrade is refused, by the code of the answer; undefined when it may go on. */
export function upgradeRefusal(
  { url = '', headers }: IncomingMessage,
  rules: { readonly path: string; readonly origins: AllowedOrigins; readonly hasRoom: () => boolean },
): ErrorCode | undefined {
  if (url.split('?', 1)[0] !== rules.path) return 'NOT_FOUND';
  if (headers.origin !== undefined && !rules.origins.includes(headers.origin)) return 'FORBIDDEN';
  return rules.hasRoom() ? undefined : 'OVERLOADED';
}

/** Answers an upgrade that is refused, in the form of every other HTTP error, and ends the connection. */
export function refuseUpgrade(socket: Duplex, code: ErrorCode, requestId: string): void {
  const { status } = errorCodes[code];
  const title = STATUS_TEXTS[code] ?? 'Bad Request';
  const body = JSON.stringify({ type: 'about:blank', title, status, code, requestId });
  const headers = [
    'Connection: close',
    'Content-Type: application/problem+json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    `X-Request-Id: ${requestId}`,
    ...(code === 'OVERLOADED' ? [`Retry-After: ${RETRY_SECONDS}`] : []),
  ];
  socket.once('finish', () => socket.destroy());
  socket.end(`HTTP/1.1 ${status} ${title}\r\n${headers.join('\r\n')}\r\n\r\n${body}`);
}
