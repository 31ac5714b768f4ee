/** Times of sockets that clients do not depend on. Milliseconds. */
export interface SocketTiming {
  /** Between two looks at all sockets; the other times are exact to this much. */
  readonly tickMs: number;
  /** Between two pings of the server. */
  readonly pingMs: number;
  /** Between two comments on an event stream; 15 s unless given. */
  readonly commentMs?: number;
  /** Of silence, pongs included, after which a socket is dropped. */
  readonly idleMs: number;
  /** In which a client may take nothing of what waits for it. */
  readonly stalledMs: number;
  /** Ahead of the end of an access token that the client is told of it. */
  readonly expiryWarningMs: number;
}

/** What holds unless a test is in a hurry. @see gateway.md 6.1, 6.3 */
export const SOCKET_TIMING: SocketTiming = { tickMs: 1_000, pingMs: 25_000, idleMs: 60_000, stalledMs: 30_000, expiryWarningMs: 30_000 };
