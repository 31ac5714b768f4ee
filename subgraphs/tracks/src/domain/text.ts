/** Control characters, what turns the direction of text around, and what has no width. */
const FORBIDDEN_IN_NAME = /\p{Cc}|[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]|\u200B|\u200C|\u200D|\u2060|\uFEFF/gu;

/** Characters of a text, counted as code points. */
export const lengthOf = (text: string): number => Array.from(text).length;

/** A name as it is kept: NFC, trimmed, without control characters. Undefined when nothing or more than `max` characters are left. */
export function nameText(text: string, max: number): string | undefined {
  const name = text.normalize('NFC').replaceAll(FORBIDDEN_IN_NAME, '').trim();
  const length = lengthOf(name);
  return length >= 1 && length <= max ? name : undefined;
}

/** A long text as it is kept: NFC, an empty one is null. Undefined when it has more than `max` characters. */
export function longText(text: string, max: number): string | null | undefined {
  const long = text.normalize('NFC');
  if (lengthOf(long) > max) return undefined;
  return long.trim() === '' ? null : long;
}
