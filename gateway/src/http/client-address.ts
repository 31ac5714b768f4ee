import type { IncomingMessage } from 'node:http';

/**
 * Address of a client that opens a WebSocket, as HTTP routes see it in `request.ip`.
 * @param trustedProxyHops proxies whose `X-Forwarded-For` entry is believed; the entries before theirs are not
 */
export function clientAddress({ headers, socket }: IncomingMessage, trustedProxyHops: number): string | undefined {
  const forwarded = headers['x-forwarded-for'];
  const entries = (Array.isArray(forwarded) ? forwarded.join(',') : (forwarded ?? '')).split(',').map((entry) => entry.trim());
  const route = [...entries.filter((entry) => entry !== ''), socket.remoteAddress];
  return route.at(-1 - Math.min(trustedProxyHops, route.length - 1));
}
