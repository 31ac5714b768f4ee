import type { IncomingMessage } from 'node:http';

const ACCEPTABLE = /^[\w-]{8,64}$/;

/** The id of a request: the client's `x-request-id` when it is 8 to 64 word characters or dashes, else a new one. */
export function requestIdOf({ headers }: Pick<IncomingMessage, 'headers'>, newRequestId: () => string): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && ACCEPTABLE.test(given) ? given : newRequestId();
}
