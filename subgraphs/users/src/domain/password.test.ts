import { describe, expect, it } from 'vitest';
import { normalisePassword, passwordFault } from './password.ts';

const owner = { username: 'ada', email: 'lovelace@example.org', isCommon: (password: string) => password === 'password1' };

describe('passwordFault', () => {
  it.each(['12345678x', 'correct horse', '        x', 'ü'.repeat(256), 'x'.repeat(256), '😀'.repeat(256), '密码密码密码密码'])(
    'lets %j pass',
    (password) => {
      expect(passwordFault(password, owner)).toBeUndefined();
    },
  );

  it.each([
    ['1234567', 'too short'],
    ['😀'.repeat(7), 'too short'],
    ['x'.repeat(257), 'too long'],
    ['PASSWORD1', 'common'],
    ['xxADAxxxx', 'contains a name'],
    ['my-Lovelace-x', 'contains a name'],
    ['i-love-VEZA', 'contains a name'],
  ])('calls %j %s', (password, fault) => expect(passwordFault(password, owner)).toBe(fault));

  it('does not mind names that are too short to mean anything', () => {
    expect(passwordFault('abacus-lamp', { ...owner, username: 'zzz', email: 'ab@example.org' })).toBeUndefined();
  });
});

describe('normalisePassword', () => {
  it('makes one password of two ways to type it', () => {
    expect(normalisePassword('cafe\u0301\u00A0au\u3000lait')).toBe('café au lait');
  });
});
