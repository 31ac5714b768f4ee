import { defaultLimits, isExceeded, jsonDepthReading, strictUtf8 } from '@veza/guard';
import type { FastifyInstance } from 'fastify';
import { graphqlError } from '../graphql-error.ts';

/** `application/json`, alone or with the only charset that JSON has. */
const JSON_TYPE = /^application\/json\s*(;\s*charset\s*=\s*"?utf-8"?\s*)?$/i;

/** Whether a body of this content type is read at all. */
export function isJsonContentType(contentType: string | undefined): boolean {
  return contentType !== undefined && JSON_TYPE.test(contentType);
}

/** The value in a body. @throws GraphQLError BAD_REQUEST for bytes that are no UTF-8, text that is no JSON, and nesting above the limit */
export function parseJsonBody(bytes: Buffer): unknown {
  const nesting = jsonDepthReading(bytes, defaultLimits);
  if (isExceeded(nesting)) throw graphqlError('BAD_REQUEST', `the body is nested more than ${nesting.max} levels deep`, { limit: nesting });
  const text = strictUtf8(bytes);
  if (text === undefined) throw graphqlError('BAD_REQUEST', 'the body is not UTF-8');
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw graphqlError('BAD_REQUEST', 'the body is not JSON');
  }
}

/** JSON bodies only, read strictly; fastify's own reader mends bytes and refuses the ordinary key `__proto__`. */
export function readJsonBodies(server: FastifyInstance): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, bytes, done) => {
    try {
      done(null, parseJsonBody(bytes as Buffer));
    } catch (error) {
      done(error as Error);
    }
  });
}
