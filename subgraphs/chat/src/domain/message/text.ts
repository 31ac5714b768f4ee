/** Control and bidirectional-override characters: refused in names, where they could make one thing look like another. */
// oxlint-disable-next-line no-control-regex -- these are the characters that are meant
const UNSAFE = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
const ZERO_WIDTH = /\u200b|\u200c|\u200d|\u2060|\ufeff/gu;

/** Length in code points, as limits count it. */
export function textLength(text: string): number {
  let length = 0;
  for (const _ of text) length += 1;
  return length;
}

/** Canonical form of free text (NFC); white space is the author's business. */
export function normalText(text: string): string {
  return text.normalize('NFC');
}

/** A name as it is kept: NFC, trimmed, without zero-width characters; undefined when empty, longer than `maxLength` or unsafe to show. */
export function cleanName(text: string, maxLength: number): string | undefined {
  const name = normalText(text).replace(ZERO_WIDTH, '').trim();
  if (name === '' || textLength(name) > maxLength || UNSAFE.test(name)) return undefined;
  return name;
}

/** Optional free text: null when absent or blank, undefined when longer than `maxLength`. */
export function cleanText(text: string | null | undefined, maxLength: number): string | null | undefined {
  const kept = normalText(text ?? '').trim();
  if (kept === '') return null;
  return textLength(kept) > maxLength ? undefined : kept;
}
