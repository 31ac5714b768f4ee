import { type LeafKind, type LeafText, leafTextOf, quoted } from '../writer/leaf-text.ts';

/** Text whose every character stands for one byte of UTF-8: put together without a look at it, and written to memory as it is. */
export type ByteText = string;

/**
 * Remembers how texts look in JSON as bytes. Many selections of the same events write the same values again and again: each is looked
 * through and encoded once.
 */
export interface ByteTexts {
  /** How leaves of a kind are written as bytes. */
  leafOf(kind: LeafKind): LeafText;
}

/** Characters that are remembered before everything is forgotten. */
const REMEMBERED_LENGTH = 1024 * 1024;
// oxlint-disable-next-line no-control-regex -- all of ASCII
const ASCII = /^[\0-\x7f]*$/;

/** What is ASCII is its own bytes. */
const bytesOf = (text: string): ByteText => (ASCII.test(text) ? text : Buffer.from(text).toString('latin1'));

/** An empty memory. */
export function byteTexts(): ByteTexts {
  const known = new Map<string, ByteText>();
  let length = 0;
  const remember = (value: string): ByteText => {
    const text = bytesOf(quoted(value));
    length += value.length + text.length;
    if (length > REMEMBERED_LENGTH) {
      known.clear();
      length = value.length + text.length;
    }
    known.set(value, text);
    return text;
  };
  const ofText = (value: string): ByteText => known.get(value) ?? remember(value);
  return {
    leafOf(kind) {
      const leaf = leafTextOf(kind);
      if (kind === 'String' || kind === 'ID') return (value) => (typeof value === 'string' ? ofText(value) : leaf(value));
      // Whatever else is written by rules of ours is ASCII.
      if (kind !== 'custom') return leaf;
      return (value) => {
        if (typeof value === 'string') return ofText(value);
        const text = leaf(value);
        return text === undefined ? undefined : bytesOf(text);
      };
    },
  };
}
