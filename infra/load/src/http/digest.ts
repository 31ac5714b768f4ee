import { createHash } from 'node:crypto';

/** The digest of the data of an answer, whatever stands beside it; the order of its fields counts. */
export function digestOf(data: unknown): string {
  return createHash('sha1').update(JSON.stringify(data)).digest('base64');
}
