const SUBJECT = /^[\w-]+(?:\.[\w-]+)*$/;
const PATTERN = /^(?:(?:[\w-]+|\*)\.)*(?:[\w-]+|\*|>)$/;

/** Refuses a subject that is not dot-separated tokens of `[A-Za-z0-9_-]+`, so that no text of a request becomes one. */
export function assertSubject(subject: string): void {
  if (!SUBJECT.test(subject)) throw new RangeError('a subject is dot-separated tokens of letters, digits, "_" and "-"');
}

/** Refuses a pattern that is not a subject with `*` for single tokens and `>` for the last ones. */
export function assertSubjectPattern(pattern: string): void {
  if (!PATTERN.test(pattern)) throw new RangeError('a pattern is a subject in which "*" stands for a token and a final ">" for the rest');
}

/** Whether a pattern names more than one subject. */
export function hasWildcard(pattern: string): boolean {
  return /[*>]/.test(pattern);
}

/** Whether a subject is one that the pattern names: `*` is exactly one token, a final `>` is one or more. */
export function matchesSubject(pattern: string, subject: string): boolean {
  const wanted = pattern.split('.');
  const tokens = subject.split('.');
  for (const [index, token] of wanted.entries()) {
    if (token === '>') return tokens.length > index;
    if (token !== '*' && token !== tokens[index]) return false;
    if (tokens[index] === undefined) return false;
  }
  return tokens.length === wanted.length;
}
