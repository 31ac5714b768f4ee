/** Format characters, among them all zero-width ones: they hide words from a reader's eye and from a plain search. */
const INVISIBLE = /\p{Cf}/gu;

/** A text as rules look at it: compatibility forms unified (NFKC), without invisible characters, in lower case. */
export function plainText(text: string): string {
  return text.normalize('NFKC').replace(INVISIBLE, '').toLowerCase();
}
