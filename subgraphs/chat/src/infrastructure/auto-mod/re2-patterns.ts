import { RE2JS, RE2JSException } from 're2js';
import type { CompilePattern } from '../../domain/auto-mod/pattern.ts';

/** Patterns by RE2, whose automata never go back: a text costs time in proportion to its length. @see https://swtch.com/~rsc/regexp/regexp1.html */
export const re2Pattern: CompilePattern = (pattern) => {
  try {
    const compiled = RE2JS.compile(pattern, RE2JS.CASE_INSENSITIVE);
    return { size: compiled.programSize(), matches: (text) => compiled.matcher(text).find() };
  } catch (error) {
    if (error instanceof RE2JSException) return undefined;
    throw error;
  }
};
