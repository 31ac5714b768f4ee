import { ANONYMOUS, type Caller } from '@veza/auth';
import type { CallMeta, EveryMember } from '../transport/port.ts';

/** On whose behalf a run asks subgraphs. */
export interface Scope {
  /** Equal for requests that subgraphs cannot tell apart; only these may share an answer. */
  readonly key: string;
  /** Who has to see their own writes: the person in all sessions, else the scope itself. */
  readonly writer: string;
}

/** The scope of fetches that everybody is answered alike. No other key begins like it. */
export const PUBLIC_SCOPE = 'public';

const keys = new WeakMap<Caller, string>();

/** Everything about a caller that an internal token tells, but the moment at which it ends. */
function describe(caller: Caller): string {
  if (caller.kind === 'anonymous') return 'anonymous';
  if (caller.kind === 'service') return `service ${JSON.stringify(caller.service)}`;
  const { userId, sessionId, authVersion, authTime, methods, scopes } = caller;
  return `user ${JSON.stringify([userId, sessionId, authVersion, authTime, methods.toSorted(), scopes.toSorted()])}`;
}

/** A text that differs for callers whom a subgraph may answer differently. Made once for each caller. */
export function scopeKeyOf(caller: Caller): string {
  const known = keys.get(caller);
  if (known !== undefined) return known;
  const key = describe(caller);
  keys.set(caller, key);
  return key;
}

/** Where identity is not ours to know (`AUTH=off`), all forwarded headers are the scope. */
function headersKey(headers: Readonly<Record<string, string>>): string {
  const entries = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value] as const);
  return `headers ${JSON.stringify(entries.toSorted(([one], [other]) => (one < other ? -1 : 1)))}`;
}

/** The scope of a request: the caller, and what else subgraphs are told of who asks. */
export function scopeOf({ caller, forwardedHeaders, clientAddress = '', userAgent = '' }: CallMeta): Scope {
  if (forwardedHeaders) {
    const key = headersKey(forwardedHeaders);
    return { key, writer: key };
  }
  const key = scopeKeyOf(caller);
  return { key: `${key} ${clientAddress} ${userAgent}`, writer: caller.kind === 'user' ? caller.userId : key };
}

/** Whether answers that are the same for everybody can be known as such: not where subgraphs see foreign headers. */
export function knowsPublic({ forwardedHeaders }: CallMeta): boolean {
  return forwardedHeaders === undefined;
}

/** When a call that may be shared is given up, and its variables as text. */
export type SharedCallFacts = Pick<CallMeta, 'deadlineAt' | 'signal' | 'variablesJson'>;

/** What travels with a call that several requests may share. A key against repetition is about mutations, which are never shared. */
export function sharedMeta(meta: CallMeta, { deadlineAt, signal, variablesJson }: SharedCallFacts): EveryMember {
  const { caller, requestId, clientAddress, userAgent, traceparent, forwardedHeaders } = meta;
  const idempotencyKey = undefined;
  return { caller, requestId, deadlineAt, signal, clientAddress, idempotencyKey, userAgent, traceparent, variablesJson, forwardedHeaders };
}

/** What travels with a call that is the same for everybody: nothing of who asks. */
export function publicMeta({ requestId, traceparent }: CallMeta, { deadlineAt, signal, variablesJson }: SharedCallFacts): EveryMember {
  return {
    caller: ANONYMOUS,
    requestId,
    deadlineAt,
    signal,
    clientAddress: undefined,
    idempotencyKey: undefined,
    userAgent: undefined,
    traceparent,
    variablesJson,
    forwardedHeaders: undefined,
  };
}
