import type { ErrorCode } from '@veza/graphql';

const CODES_BY_STATUS: Readonly<Record<number, ErrorCode>> = {
  404: 'NOT_FOUND',
  405: 'METHOD_NOT_ALLOWED',
  413: 'CONTENT_TOO_LARGE',
  415: 'UNSUPPORTED_MEDIA_TYPE',
};

/** The code for an error that the HTTP server itself raised, e.g. for a body that is too large; undefined for a fault of ours. */
export function codeOfHttpFault(error: unknown): ErrorCode | undefined {
  const status = typeof error === 'object' && error !== null && 'statusCode' in error ? error.statusCode : undefined;
  if (typeof status !== 'number' || status < 400 || status >= 500) return undefined;
  return CODES_BY_STATUS[status] ?? 'BAD_REQUEST';
}
