import type { Caller } from '@veza/auth';
import { writeRequestHeaders } from '@veza/graphql';
import type { Clock } from '@veza/kernel';
import { type CallMeta, withDeadline } from './port.ts';

/** The internal token that tells a subgraph who asks; the same one for a while, so that signing is rare. */
export type TokenFor = (caller: Caller, audience: string) => Promise<string>;

/** Part of the remaining time that a hop keeps for itself, so that the subgraph gives up first. Milliseconds. @see gateway.md 4.6 */
const HOP_MS = 20;

/** How calls to one subgraph introduce themselves. */
export interface CallHeadersOptions {
  /** Name of the subgraph: the audience of its tokens. */
  readonly name: string;
  /** Absent where identity is not ours to give (`AUTH=off`): then the forwarded headers travel instead. */
  readonly tokenFor?: TokenFor;
  readonly clock: Clock;
}

/** Headers of a call over HTTP, and payload of an operation on a WebSocket. */
export type CallHeaders = (meta: CallMeta) => Promise<Readonly<Record<string, string>>>;

/** Headers for a subgraph that is not ours: what is passed on, the request, the trace, and the time that is left. */
function foreignHeaders({ forwardedHeaders = {}, requestId, traceparent, deadlineAt }: CallMeta, now: Date): Record<string, string> {
  const remainingMs = Math.max(0, Math.floor(deadlineAt - HOP_MS - now.getTime()));
  return {
    ...forwardedHeaders,
    'x-request-id': requestId,
    'x-veza-deadline-ms': String(remainingMs),
    ...(traceparent === undefined ? {} : { traceparent }),
  };
}

/** Makes the headers of calls to one subgraph. */
export function callHeaders({ name, tokenFor, clock }: CallHeadersOptions): CallHeaders {
  if (!tokenFor) return (meta) => Promise.resolve(foreignHeaders(meta, clock()));
  return async (meta) => writeRequestHeaders(withDeadline(meta, meta.deadlineAt - HOP_MS), await tokenFor(meta.caller, name), clock());
}
