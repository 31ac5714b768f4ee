import { INTERNAL_TOKEN_HEADER, type Caller } from '@veza/auth';
import { randomUUID } from 'node:crypto';
import type { RequestMeta } from '../subgraph.ts';

/** Headers between the parts of the platform; the same names are the keys of the payload that a WebSocket operation carries. */
const NAMES = {
  requestId: 'x-request-id',
  /** Milliseconds that are left, so that clocks need not agree. */
  deadline: 'x-veza-deadline-ms',
  clientAddress: 'x-veza-client-address',
  userAgent: 'x-veza-user-agent',
  idempotencyKey: 'idempotency-key',
  traceparent: 'traceparent',
} as const;

/** Time for a request that names none, and the most that one may name. Milliseconds. */
const DEFAULT_DEADLINE_MS = 10_000;
const MAX_DEADLINE_MS = 60_000;
const REQUEST_ID = /^[\w-]{8,64}$/;
const PRINTABLE = /^[\x20-\x7e\xa0-\xff]{1,512}$/;

/** Headers as a server or a message holds them; only single strings are looked at. */
export type HeaderFields = Readonly<Record<string, unknown>>;

/** What a call to a subgraph says about the request behind it. */
export type OutgoingMeta = Pick<RequestMeta, 'requestId' | 'deadlineAt' | 'clientAddress' | 'userAgent' | 'idempotencyKey' | 'traceparent'>;

function field(headers: HeaderFields, name: string): string | undefined {
  const value = Object.hasOwn(headers, name) ? headers[name] : undefined;
  return typeof value === 'string' && PRINTABLE.test(value) ? value : undefined;
}

function remainingMs(text: string | undefined): number {
  const stated = text !== undefined && /^\d{1,6}$/.test(text) ? Number(text) : DEFAULT_DEADLINE_MS;
  return Math.min(stated, MAX_DEADLINE_MS);
}

/** The internal token that came with a request, if any. */
export function internalToken(headers: HeaderFields): string | undefined {
  const token = Object.hasOwn(headers, INTERNAL_TOKEN_HEADER) ? headers[INTERNAL_TOKEN_HEADER] : undefined;
  return typeof token === 'string' && token !== '' ? token : undefined;
}

/** The request behind a call, from its headers. A request id of the wrong form is replaced, other such fields are left out. */
export function readRequestHeaders(
  headers: HeaderFields,
  known: { readonly caller: Caller; readonly now: Date; readonly signal: AbortSignal },
): RequestMeta {
  const requestId = field(headers, NAMES.requestId);
  const clientAddress = field(headers, NAMES.clientAddress);
  const userAgent = field(headers, NAMES.userAgent);
  const idempotencyKey = field(headers, NAMES.idempotencyKey);
  const traceparent = field(headers, NAMES.traceparent);
  return {
    caller: known.caller,
    requestId: requestId !== undefined && REQUEST_ID.test(requestId) ? requestId : randomUUID(),
    deadlineAt: known.now.getTime() + remainingMs(field(headers, NAMES.deadline)),
    signal: known.signal,
    ...(clientAddress === undefined ? {} : { clientAddress }),
    ...(userAgent === undefined ? {} : { userAgent }),
    ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
    ...(traceparent === undefined ? {} : { traceparent }),
  };
}

/** The headers of a call to a subgraph: HTTP headers, or the payload of a WebSocket operation. Fields that no header can carry are left out. */
export function writeRequestHeaders(meta: OutgoingMeta, token: string, now: Date): Record<string, string> {
  const headers: Record<string, string> = {
    [INTERNAL_TOKEN_HEADER]: token,
    [NAMES.deadline]: String(Math.max(0, Math.floor(meta.deadlineAt - now.getTime()))),
  };
  const add = (name: string, value: string | undefined) => {
    if (value !== undefined && PRINTABLE.test(value)) headers[name] = value;
  };
  add(NAMES.requestId, meta.requestId);
  add(NAMES.clientAddress, meta.clientAddress);
  add(NAMES.userAgent, meta.userAgent);
  add(NAMES.idempotencyKey, meta.idempotencyKey);
  add(NAMES.traceparent, meta.traceparent);
  return headers;
}
