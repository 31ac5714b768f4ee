import type { GraphQLFormattedError } from 'graphql';
import type { Json, JsonObject } from '../transport/port.ts';

/**
 * The messages of `graphql-transport-ws` and the codes that end a socket.
 * @see https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md
 */
export const SUBPROTOCOL = 'graphql-transport-ws';

/** Why a socket is closed. Clients come back after 1012, 1013, 4403 and 4408; the others tell of a broken client. */
export const CloseCode = {
  serviceRestart: 1012,
  tryAgainLater: 1013,
  badRequest: 4400,
  unauthorized: 4401,
  forbidden: 4403,
  subprotocolNotAcceptable: 4406,
  connectionInitialisationTimeout: 4408,
  subscriberAlreadyExists: 4409,
  tooManyInitialisationRequests: 4429,
  internalServerError: 4500,
} as const;

/** A close code of ours. */
export type CloseCode = (typeof CloseCode)[keyof typeof CloseCode];

/** What a client may send. */
export type ClientMessage =
  | { readonly type: 'connection_init'; readonly payload: JsonObject | undefined }
  | { readonly type: 'ping' | 'pong'; readonly payload: JsonObject | undefined }
  | { readonly type: 'subscribe'; readonly id: string; readonly payload: JsonObject }
  | { readonly type: 'complete'; readonly id: string };

/** A message that breaks the protocol; `reason` goes into the close frame. */
export interface Malformed {
  readonly type: 'malformed';
  readonly reason: string;
}

/** A close reason holds at most this much. @see RFC 6455 §5.5 */
const MAX_REASON_BYTES = 123;
/** Ids are echoed in every message, so they stay short. */
const MAX_ID_LENGTH = 256;

const isObject = (value: Json | undefined): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);
const malformed = (reason: string): Malformed => ({ type: 'malformed', reason });

function withPayload(type: 'connection_init' | 'ping' | 'pong', payload: Json | undefined): ClientMessage | Malformed {
  if (isAbsent(payload)) return { type, payload: undefined };
  return isObject(payload) ? { type, payload } : malformed(`The payload of '${type}' must be an object`);
}

const isAbsent = (value: Json | undefined): boolean => value === undefined || value === null;

/** A document that is known here is named by its id, or by the hash of Apollo's persisted queries; else its text has to be there. */
function namesDocument({ query, documentId, extensions }: JsonObject): boolean {
  if (typeof query === 'string') return true;
  if (!isAbsent(query)) return false;
  return typeof documentId === 'string' || (isObject(extensions) && isObject(extensions['persistedQuery']));
}

/** What is wrong with the payload of `subscribe`, as the end of a sentence. */
function wrongMember(payload: Json | undefined): string | undefined {
  if (!isObject(payload) || !namesDocument(payload)) return `a string 'query'`;
  const { operationName, variables, extensions } = payload;
  if (!isAbsent(operationName) && typeof operationName !== 'string') return `a string 'operationName'`;
  if (!isAbsent(variables) && !isObject(variables)) return `an object 'variables'`;
  return isAbsent(extensions) || isObject(extensions) ? undefined : `an object 'extensions'`;
}

function withId(type: 'subscribe' | 'complete', { id, payload }: JsonObject): ClientMessage | Malformed {
  if (typeof id !== 'string' || id === '') return malformed(`'${type}' needs a non-empty string 'id'`);
  if (id.length > MAX_ID_LENGTH) return malformed(`The 'id' of '${type}' is longer than ${MAX_ID_LENGTH} characters`);
  if (type === 'complete') return { type, id };
  const wrong = wrongMember(payload);
  return wrong === undefined && isObject(payload) ? { type, id, payload } : malformed(`The payload of 'subscribe' needs ${wrong}`);
}

/** Reads one message of a client. */
export function clientMessage(value: Json): ClientMessage | Malformed {
  if (!isObject(value)) return malformed('A message must be a JSON object');
  const { type, payload } = value;
  if (typeof type !== 'string') return malformed(`A message needs a string 'type'`);
  switch (type) {
    case 'connection_init':
    case 'ping':
    case 'pong':
      return withPayload(type, payload);
    case 'subscribe':
    case 'complete':
      return withId(type, value);
    default:
      return malformed(`Clients do not send '${type}'`);
  }
}

/** Cuts a reason to what a close frame holds, at a character's end. It may hold text of the client, of any length. */
export function closeReason(reason: string): string {
  const characters = Array.from(reason.slice(0, MAX_REASON_BYTES));
  while (Buffer.byteLength(characters.join('')) > MAX_REASON_BYTES) characters.pop();
  return characters.join('').replace(/[\ud800-\udbff]$/, '');
}

/** The texts that a server sends. */
export const serverMessage = {
  ack: '{"type":"connection_ack"}',
  ping: '{"type":"ping"}',
  /** @param milliseconds until the access token expires */
  expiresIn: (milliseconds: number) => `{"type":"ping","payload":{"expiresInMs":${milliseconds}}}`,
  pong: (payload: JsonObject | undefined) => (payload ? `{"type":"pong","payload":${JSON.stringify(payload)}}` : '{"type":"pong"}'),
  /** @param answerJson JSON text of an answer with data */
  next: (id: string, answerJson: string) => `{"id":${JSON.stringify(id)},"type":"next","payload":${answerJson}}`,
  error: (id: string, errors: readonly GraphQLFormattedError[]) =>
    `{"id":${JSON.stringify(id)},"type":"error","payload":${JSON.stringify(errors)}}`,
  complete: (id: string) => `{"id":${JSON.stringify(id)},"type":"complete"}`,
} as const;
