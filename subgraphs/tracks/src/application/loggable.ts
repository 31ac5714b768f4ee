const KEPT_CHARACTERS = 2_048;

/** The end of what a tool said, at most 2,048 characters, its control characters made visible. */
export function loggable(detail: string): string {
  return detail
    .slice(-KEPT_CHARACTERS)
    .replaceAll(/\p{Cc}/gu, (character) => `\\u${character.codePointAt(0)!.toString(16).padStart(4, '0')}`);
}
