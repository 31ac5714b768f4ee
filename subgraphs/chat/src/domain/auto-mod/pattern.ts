/** A regular expression that is ready to be looked for. */
export interface CompiledPattern {
  /** Steps of its program: what one character of a text costs at most, in proportion. */
  readonly size: number;
  /** Whether it is found anywhere in a text. Takes time in proportion to the text, whatever the pattern. */
  matches(text: string): boolean;
}

/** Makes a regular expression ready; undefined when it is none, or asks for what cannot be had in linear time (back-references, looking ahead). */
export type CompilePattern = (pattern: string) => CompiledPattern | undefined;

const COUNTED = /^\{(\d{1,4})(?:,(\d{0,4}))?\}/;
/** `\Q` would hide brackets from the estimate. */
const QUOTES = /\\Q/;

/**
 * About how many steps a pattern becomes, told from its text alone, so that one that would grow beyond measure is refused before it is compiled.
 * Repetitions count what they repeat as often as they may, also in each other; a class counts once. Infinite for `\Q`, which is not taken.
 */
export function writtenSize(pattern: string): number {
  if (QUOTES.test(pattern)) return Number.POSITIVE_INFINITY;
  const outer: number[] = [];
  let size = 0;
  let last = 0;
  const put = (steps: number) => {
    size += steps;
    last = steps;
  };
  for (let at = 0; at < pattern.length;) {
    const rest = pattern.slice(at);
    const counted = COUNTED.exec(rest);
    if (counted) put(last * (timesOf(counted) - 1));
    else if (rest.startsWith('(')) {
      outer.push(size);
      size = 0;
    } else if (rest.startsWith(')')) {
      const inner = size + 2;
      size = outer.pop() ?? 0;
      put(inner);
    } else put(1);
    at += counted ? counted[0].length : lengthOfPart(rest);
  }
  return outer.reduce((sum, steps) => sum + steps, size);
}

function timesOf([, least, most]: RegExpExecArray): number {
  return Math.max(1, Number(most === undefined || most === '' ? least : most));
}

/** Characters of an escape, of a class up to its first closing bracket, or of anything else. */
function lengthOfPart(rest: string): number {
  if (rest.startsWith('\\')) return 2;
  if (!rest.startsWith('[')) return 1;
  return /^\[(?:\\.|[^\]\\])*\]?/s.exec(rest)?.[0].length ?? 1;
}
