const TOKEN = /^[A-Za-z0-9_-]+$/;

/** Throws unless the subject is dot-separated tokens of `[A-Za-z0-9_-]+`. */
export function checkSubject(subject: string): void {
  if (!subject.split('.').every((token) => TOKEN.test(token))) throw new Error(`not a subject: ${JSON.stringify(subject)}`);
}

/** Whether a subject fits a pattern, where `*` stands for one token and a final `>` for one or more. */
export function matchesSubject(pattern: string, subject: string): boolean {
  const wanted = pattern.split('.');
  const given = subject.split('.');
  if (wanted.at(-1) === '>') {
    return given.length >= wanted.length && wanted.slice(0, -1).every((token, index) => token === '*' || token === given[index]);
  }
  return wanted.length === given.length && wanted.every((token, index) => token === '*' || token === given[index]);
}
