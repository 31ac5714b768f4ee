import type { GraphQLScalarType } from 'graphql';
import { textProblem } from '@veza/guard';
import { scalar } from './scalar.ts';

const MAX_LENGTH = 2_048;
/** What the URL parser would silently drop or rewrite: blanks, control characters, backslashes. */
const REWRITTEN = /[\s\\\p{Cc}]/u;

function isAllowed(text: string, ownOrigins: ReadonlySet<string>): boolean {
  if (text.length > MAX_LENGTH || textProblem(text) !== undefined || REWRITTEN.test(text) || !URL.canParse(text)) return false;
  const url = new URL(text);
  if (url.username !== '' || url.password !== '') return false;
  return url.protocol === 'https:' || ownOrigins.has(url.origin);
}

/**
 * `URL`: absolute https text of at most 2,048 characters without user or password, kept as it was sent.
 * @param ownOrigins origins of this installation, for which http is fine too, e.g. `http://localhost:4000`
 */
export function urlScalar(ownOrigins: readonly string[]): GraphQLScalarType<string, string> {
  const own = new Set(ownOrigins.map((origin) => new URL(origin).origin));
  const urlText = (value: unknown) => (typeof value === 'string' && isAllowed(value, own) ? value : undefined);
  return scalar<string, string>({
    name: 'URL',
    expected: 'an absolute https address of at most 2048 characters',
    read: urlText,
    write: (value) => urlText(value instanceof URL ? value.href : value),
  });
}
