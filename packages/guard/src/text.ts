/** What makes a string unfit to be stored or echoed, whatever field it is for. */
export type TextProblem = 'NUL' | 'LONE_SURROGATE';

const UNFIT = /\0|\p{Surrogate}/u;

/**
 * Why a string is refused everywhere, or undefined when it is fine.
 * Postgres refuses U+0000 (SQLSTATE 22021, 22P05); a lone surrogate would silently become U+FFFD on its way to bytes.
 */
export function textProblem(text: string): TextProblem | undefined {
  const found = UNFIT.exec(text);
  if (!found) return undefined;
  return found[0] === '\0' ? 'NUL' : 'LONE_SURROGATE';
}

/** The problem in words that name no value. */
export const textProblemMessages: Readonly<Record<TextProblem, string>> = {
  NUL: 'must not contain the character U+0000',
  LONE_SURROGATE: 'must not contain half of a surrogate pair',
};
