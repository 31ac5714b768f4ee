import { brotliDecompressSync, gunzipSync, inflateSync, type ZlibOptions } from 'node:zlib';
import { graphqlError } from '@veza/graphql';

type Inflate = (bytes: Uint8Array, options: ZlibOptions) => Uint8Array;

const CODINGS: ReadonlyMap<string, Inflate> = new Map<string, Inflate>([
  ['gzip', gunzipSync],
  ['x-gzip', gunzipSync],
  ['deflate', inflateSync],
  ['br', brotliDecompressSync],
]);

/** Content codings of request bodies, for the header that tells of them. */
export const ACCEPTED_CODINGS = 'gzip, deflate, br';

const isTooLarge = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';

/**
 * Inflates a request body. Never holds more than `maxBytes` of what comes out, however small the bomb is; and because it is done at once,
 * in a few milliseconds at most, never more than one window of 16 MiB, which is what a body of brotli may ask for.
 * @param coding value of `content-encoding`: one coding
 * @throws GraphQLError UNSUPPORTED_MEDIA_TYPE, CONTENT_TOO_LARGE, BAD_REQUEST
 */
export function inflatedBody(bytes: Uint8Array, coding: string, maxBytes: number): Uint8Array {
  const name = coding.trim().toLowerCase();
  if (name === 'identity') return bytes;
  const inflate = CODINGS.get(name);
  if (!inflate) throw graphqlError('UNSUPPORTED_MEDIA_TYPE', `Bodies may be compressed with one of ${ACCEPTED_CODINGS}.`);
  try {
    return inflate(bytes, { maxOutputLength: maxBytes });
  } catch (error) {
    if (isTooLarge(error)) throw graphqlError('CONTENT_TOO_LARGE', `The body is larger than ${maxBytes} bytes once it is inflated.`);
    throw graphqlError('BAD_REQUEST', `The body is not valid ${name}.`);
  }
}
