import { lineOfText } from './text.ts';

const MAX_TAGS = 20;
const MAX_TAG_LENGTH = 32;

/** A word to find a listing by, lower case; undefined unless it has 1 to 32 characters. */
export function readTag(text: string): string | undefined {
  return lineOfText(text.toLowerCase(), MAX_TAG_LENGTH);
}

/** Tags in the given order, each once; undefined where one is none or there are more than 20. */
export function readTags(texts: readonly string[]): readonly string[] | undefined {
  const tags = texts.map(readTag);
  const unique = [...new Set(tags)].filter((tag) => tag !== undefined);
  return tags.includes(undefined) || unique.length > MAX_TAGS ? undefined : unique;
}
