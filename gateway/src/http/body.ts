import { graphqlError } from '@veza/graphql';
import { isExceeded, jsonDepthReading, strictUtf8, type Limits } from '@veza/guard';
import type { GraphQLError } from 'graphql';
import type { OperationRequest } from '../pipeline/context.ts';
import type { Json, JsonObject } from '../transport/port.ts';

const badRequest = (message: string): GraphQLError => graphqlError('BAD_REQUEST', message);

const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Parses JSON of a bounded nesting; `__proto__` becomes a key like any other.
 * @throws GraphQLError BAD_REQUEST when the bytes are not UTF-8, not JSON or nested too deep
 */
export function parseJson(bytes: Uint8Array, limits: Pick<Limits, 'jsonDepth'>): Json {
  const depth = jsonDepthReading(bytes, limits);
  if (isExceeded(depth)) {
    throw graphqlError('BAD_REQUEST', `JSON is nested deeper than ${depth.max} levels.`, { limit: { ...depth } });
  }
  const text = strictUtf8(bytes);
  if (text === undefined) throw badRequest('The body is not valid UTF-8.');
  try {
    return JSON.parse(text) as Json;
  } catch {
    throw badRequest('The body is not valid JSON.');
  }
}

function optionalText(value: unknown, name: string): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string') throw badRequest(`"${name}" must be a string.`);
  return value;
}

function optionalObject(value: unknown, name: string): JsonObject | undefined {
  if (value === undefined || value === null) return undefined;
  if (!isObject(value)) throw badRequest(`"${name}" must be an object.`);
  return value;
}

const SHA_256 = /^[\da-f]{64}$/i;

/** Reads the extension of Apollo's automatic persisted queries. */
function persistedHashOf(extensions: JsonObject | undefined): string | undefined {
  const { version, sha256Hash } = optionalObject(extensions?.['persistedQuery'], 'extensions.persistedQuery') ?? {};
  if (version === undefined && sha256Hash === undefined) return undefined;
  if (version !== 1) throw badRequest('Persisted queries are spoken in version 1.');
  if (typeof sha256Hash !== 'string' || !SHA_256.test(sha256Hash)) throw badRequest('"sha256Hash" must be 64 hex digits.');
  return sha256Hash.toLowerCase();
}

/** What names the document: its text, its id, or its hash, with or without the text. Empty texts are as good as none. */
function documentOf(value: JsonObject): Pick<OperationRequest, 'query' | 'documentId' | 'persistedHash'> {
  const query = optionalText(value['query'], 'query') || undefined;
  const documentId = optionalText(value['documentId'], 'documentId') || undefined;
  const persistedHash = persistedHashOf(optionalObject(value['extensions'], 'extensions'));
  if (query !== undefined && documentId !== undefined) throw badRequest('A request has either a "query" or a "documentId".');
  if ((query ?? documentId ?? persistedHash) === undefined) throw badRequest('The request has no "query".');
  return { query, documentId, persistedHash };
}

/**
 * Reads the members of a request, from a body or from a socket's `subscribe` payload; `null` is the same as absent.
 * @throws GraphQLError BAD_REQUEST for a batch, for a member of a wrong type and for a request without a document
 */
export function operationRequest(value: unknown): OperationRequest {
  if (Array.isArray(value)) throw badRequest('Several operations in one request are not supported: send one object.');
  if (!isObject(value)) throw badRequest('The request must be a JSON object.');
  const { query, documentId, persistedHash } = documentOf(value);
  const operationName = optionalText(value['operationName'], 'operationName');
  const variables = optionalObject(value['variables'], 'variables');
  return { query, documentId, persistedHash, operationName, variables };
}

/** Reads a JSON member that a GET request carries as text. */
function jsonParameter(text: string | undefined, name: string, limits: Pick<Limits, 'jsonDepth'>): Json | undefined {
  if (text === undefined || text === '') return undefined;
  try {
    return parseJson(Buffer.from(text, 'utf8'), limits);
  } catch (error) {
    throw badRequest(`"${name}" is not valid: ${error instanceof Error ? error.message : 'JSON is expected.'}`);
  }
}

/**
 * Reads a request from the query of a URL.
 * @throws GraphQLError BAD_REQUEST
 */
export function operationRequestFromUrl(url: string, limits: Pick<Limits, 'jsonDepth'>): OperationRequest {
  const start = url.indexOf('?');
  const parameters = new URLSearchParams(start < 0 ? '' : url.slice(start + 1));
  const single = (name: string): string | undefined => {
    const values = parameters.getAll(name);
    if (values.length > 1) throw badRequest(`"${name}" is given more than once.`);
    return values[0];
  };
  return operationRequest({
    query: single('query'),
    documentId: single('documentId'),
    // An empty name is no name. @see GraphQL over HTTP, "GET"
    operationName: single('operationName') || undefined,
    variables: jsonParameter(single('variables'), 'variables', limits),
    extensions: jsonParameter(single('extensions'), 'extensions', limits),
  });
}
