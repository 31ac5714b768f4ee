/** Longest name of a person or a device, in code points. */
export const MAX_NAME_LENGTH = 100;

const ZERO_WIDTH = /[\u200B-\u200D\u2060\uFEFF]/gu;
const CONTROL_OR_BIDI = /[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;

/**
 * A one-line name as it is kept: NFC, trimmed, zero-width characters removed.
 * Undefined when nothing is left, when it is longer than 100 code points, or when it holds control or bidi-override characters.
 */
export function parseName(text: string): string | undefined {
  const name = text.normalize('NFC').replaceAll(ZERO_WIDTH, '').trim();
  const length = Array.from(name).length;
  return length >= 1 && length <= MAX_NAME_LENGTH && !CONTROL_OR_BIDI.test(name) ? name : undefined;
}
