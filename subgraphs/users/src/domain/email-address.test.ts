import { describe, expect, it } from 'vitest';
import { localPartOf, parseEmailAddress } from './email-address.ts';

describe('parseEmailAddress', () => {
  it.each([
    ['ada@example.org', 'ada@example.org'],
    [' Ada.L+news@EXAMPLE.org ', 'Ada.L+news@example.org'],
    ['ada@bücher.example', 'ada@xn--bcher-kva.example'],
    ['åda@example.org'.normalize('NFD'), 'åda@example.org'],
    [`${'a'.repeat(64)}@example.org`, `${'a'.repeat(64)}@example.org`],
  ])('keeps %j as %j', (text, address) => expect(parseEmailAddress(text)).toBe(address));

  it.each([
    '',
    'ada',
    '@example.org',
    'ada@',
    'ada@@example.org',
    'ada@a@b',
    'a da@example.org',
    'ada@exa mple.org',
    'ada@example.org/path',
    'ada@example.org:25',
    'ada@[::1]',
    'ada@127.0.0.1',
    'ada@2130706433',
    'ada@-example.org',
    'a\u0000da@example.org',
    '<ada>@example.org',
    `${'a'.repeat(65)}@example.org`,
    `ada@${'a'.repeat(64)}.org`,
    `ada@${'abc.'.repeat(70)}org`,
  ])('refuses %j', (text) => expect(parseEmailAddress(text)).toBeUndefined());

  it('knows what stands before the @', () => expect(localPartOf('ada@example.org')).toBe('ada'));
});
