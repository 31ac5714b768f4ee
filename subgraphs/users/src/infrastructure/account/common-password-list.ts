import { readFileSync } from 'node:fs';
import type { CommonPasswords } from '../../application/account/ports.ts';

/** The passwords of `common-passwords.txt`, one a line, lower case; lines that begin with `# ` are remarks. Read once, at start. */
export function commonPasswordList(): CommonPasswords {
  const text = readFileSync(new URL('common-passwords.txt', import.meta.url), 'utf8');
  const passwords = new Set(text.split('\n').filter((line) => line !== '' && !line.startsWith('# ')));
  return { has: (password) => passwords.has(password) };
}
