import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate, type BrotliOptions, type ZlibOptions } from 'node:zlib';
import { graphqlError } from '@veza/graphql';

type Inflate = (bytes: Uint8Array, options: ZlibOptions & BrotliOptions) => Promise<Buffer>;

const CODINGS: ReadonlyMap<string, Inflate> = new Map([
  ['gzip', promisify(gunzip) as Inflate],
  ['x-gzip', promisify(gunzip) as Inflate],
  ['deflate', promisify(inflate) as Inflate],
  ['br', promisify(brotliDecompress) as Inflate],
]);

/** Content codings of request bodies, for the header that tells of them. */
export const ACCEPTED_CODINGS = 'gzip, deflate, br';

const isTooLarge = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';

/**
 * Inflates a request body. Never holds more than `maxBytes` of what comes out, however small the bomb is.
 * @param coding value of `content-encoding`: one coding
 * @throws GraphQLError UNSUPPORTED_MEDIA_TYPE, CONTENT_TOO_LARGE, BAD_REQUEST
 */
export async function inflatedBody(bytes: Uint8Array, coding: string, maxBytes: number): Promise<Uint8Array> {
  const name = coding.trim().toLowerCase();
  if (name === 'identity') return bytes;
  const decode = CODINGS.get(name);
  if (!decode) throw graphqlError('UNSUPPORTED_MEDIA_TYPE', `Bodies may be compressed with one of ${ACCEPTED_CODINGS}.`);
  try {
    return await decode(bytes, { maxOutputLength: maxBytes });
  } catch (error) {
    if (isTooLarge(error)) throw graphqlError('CONTENT_TOO_LARGE', `The body is larger than ${maxBytes} bytes once it is inflated.`);
    throw graphqlError('BAD_REQUEST', `The body is not valid ${name}.`);
  }
}
