import { Lexer, Source, TokenKind } from 'graphql';

/**
 * Lexical tokens of a document, comments left out, as far as `max + 1`. Counts before anything is parsed.
 * A character that no token starts with ends the count; the parser reports it.
 */
export function countTokens(text: string, max: number): number {
  const lexer = new Lexer(new Source(text));
  let count = 0;
  try {
    while (count <= max && lexer.advance().kind !== TokenKind.EOF) count += 1;
  } catch {
    return count;
  }
  return count;
}
