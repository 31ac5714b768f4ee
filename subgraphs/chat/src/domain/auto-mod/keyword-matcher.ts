import { plainText } from './plain-text.ts';

/** Says whether a text, as `plainText` has it, holds a keyword. */
export type KeywordMatcher = (text: string) => boolean;

const WORD = /[\p{L}\p{N}_]+/gu;
const WORD_CHARACTER = /[\p{L}\p{N}_]/u;

interface Pattern {
  readonly text: string;
  readonly isOpenBefore: boolean;
  readonly isOpenAfter: boolean;
}

/**
 * Keywords as whole words; `*` at an end opens it. Plain words are looked up among the words of the text, so that a thousand of them cost no
 * more than one; phrases and open ends are searched for, which takes time in proportion to the text.
 */
export function keywordMatcher(keywords: readonly string[]): KeywordMatcher {
  const patterns = keywords.map(patternOf).filter(({ text }) => text !== '');
  const isPlainWord = ({ text, isOpenBefore, isOpenAfter }: Pattern) => !isOpenBefore && !isOpenAfter && text.match(WORD)?.[0] === text;
  const words = new Set(patterns.filter(isPlainWord).map(({ text }) => text));
  const searched = patterns.filter((pattern) => !isPlainWord(pattern));
  return (text) => (text.match(WORD) ?? []).some((word) => words.has(word)) || searched.some((pattern) => isIn(text, pattern));
}

function patternOf(keyword: string): Pattern {
  const plain = plainText(keyword).trim();
  return { text: plain.replace(/^\*|\*$/g, ''), isOpenBefore: plain.startsWith('*'), isOpenAfter: plain.length > 1 && plain.endsWith('*') };
}

function isIn(text: string, { text: wanted, isOpenBefore, isOpenAfter }: Pattern): boolean {
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    const before = isOpenBefore || !isWordAt(text, at - 1);
    if (before && (isOpenAfter || !isWordAt(text, at + wanted.length))) return true;
  }
  return false;
}

function isWordAt(text: string, index: number): boolean {
  const character = text[index];
  return character !== undefined && WORD_CHARACTER.test(character);
}
