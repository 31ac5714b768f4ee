import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { errorCodes, type ErrorCode } from '@veza/graphql';
import type { AllowedOrigins } from '../http/origins.ts';
import { sendRawProblem } from '../http/raw-problem.ts';

const RETRY_SECONDS = 1;

/** Why an upgrade is refused, by the code of the answer; undefined when it may go on. */
export function upgradeRefusal(
  { url = '', headers }: IncomingMessage,
  rules: { readonly path: string; readonly origins: AllowedOrigins; readonly isCrowd: () => boolean; readonly hasRoom: () => boolean },
): ErrorCode | undefined {
  if (url.split('?', 1)[0] !== rules.path) return 'NOT_FOUND';
  if (headers.origin !== undefined && !rules.origins.includes(headers.origin)) return 'FORBIDDEN';
  if (rules.isCrowd()) return 'RATE_LIMITED';
  return rules.hasRoom() ? undefined : 'OVERLOADED';
}

/** Answers an upgrade that is refused, in the form of every other HTTP error, and ends the connection. */
export function refuseUpgrade(socket: Duplex, code: ErrorCode, requestId: string): void {
  const retry = code === 'OVERLOADED' || code === 'RATE_LIMITED' ? { retryAfterSeconds: RETRY_SECONDS } : {};
  sendRawProblem(socket, { status: errorCodes[code].status, code, requestId, ...retry });
}
