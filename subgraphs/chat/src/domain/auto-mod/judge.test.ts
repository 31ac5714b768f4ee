import { toTypeId } from '@veza/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AutoModRule } from './auto-mod-rule.ts';
import { re2Pattern } from '../../infrastructure/auto-mod/re2-patterns.ts';
import { judge } from './judge.ts';

const uuid = (number: number) => `019aa000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;
const rule = (change: Partial<AutoModRule>): AutoModRule => ({
  id: 'automod_a',
  communityId: 'community_a',
  name: 'rule',
  isEnabled: true,
  trigger: 'KEYWORD',
  keywords: [],
  patterns: [],
  allowedDomains: [],
  mentionLimit: 0,
  timeOutSeconds: 0,
  exemptRoleIds: [],
  exemptChannelIds: [],
  ...change,
});
const isCaught = (change: Partial<AutoModRule>, text: string) =>
  judge([rule(change)], re2Pattern)({ text, channelId: 'channel_a', roleIds: ['role_a'] }) !== undefined;

describe('keywords', () => {
  it.each([
    ['bad', 'a Bad word', true],
    ['bad', 'badly', false],
    ['bad', 'b\u200ba\u00add', true],
    ['bad', 'ｂａｄ', true],
    ['bad', 'not-bad!', true],
    ['bad*', 'badly', true],
    ['bad*', 'notbad', false],
    ['*bad', 'notbad', true],
    ['*bad*', 'notbadly', true],
    ['very bad', 'Very bad.', true],
    ['very bad', 'every bad', false],
    ['straße', 'STRASSE', false],
    ['ÉTÉ', 'été', true],
    ['*', 'anything', false],
    ['a.c', 'abc', false],
    ['a.c', 'x a.c y', true],
  ])('%j in %j: %s', (keyword, text, expected) => {
    expect(isCaught({ keywords: [keyword] }, text)).toBe(expected);
  });

  it('are found wherever they stand between other words', () => {
    const word = fc.stringMatching(/^[a-z]{1,8}$/);
    fc.assert(
      fc.property(fc.array(word), word, fc.array(word), (before, keyword, after) => {
        expect(isCaught({ keywords: [keyword] }, [...before, keyword.toUpperCase(), ...after].join(' '))).toBe(true);
        expect(isCaught({ keywords: [keyword] }, before.filter((other) => other !== keyword).join(' '))).toBe(false);
      }),
    );
  });
});

describe('other triggers', () => {
  const people = Array.from({ length: 3 }, (_, index) => `<@${toTypeId('user', uuid(index + 1))}>`).join('');

  it.each<[Partial<AutoModRule>, string, boolean]>([
    [{ trigger: 'MENTION_SPAM', mentionLimit: 2 }, people, true],
    [{ trigger: 'MENTION_SPAM', mentionLimit: 3 }, people, false],
    [{ trigger: 'MENTION_SPAM', mentionLimit: 2 }, `\`${people}\``, false],
    [{ trigger: 'LINK' }, 'see HTTPS://evil.example/x', true],
    [{ trigger: 'LINK' }, 'see www.evil.example', true],
    [{ trigger: 'LINK' }, 'no address here', false],
    [{ trigger: 'LINK', allowedDomains: ['good.example'] }, 'https://good.example/ https://a.good.example', false],
    [{ trigger: 'LINK', allowedDomains: ['good.example'] }, 'https://notgood.example', true],
    [{ trigger: 'INVITE' }, 'come: https://veza.example/invite/aB3dE6gH9k', true],
    [{ trigger: 'INVITE' }, 'discord.gg/abc', true],
    [{ trigger: 'INVITE' }, 'an invite', false],
  ])('%o on %j: %s', (change, text, expected) => {
    expect(isCaught(change, text)).toBe(expected);
  });
});

describe('a rule', () => {
  it('spares its exempt roles and channels, and everybody while it is off', () => {
    const keywords = ['bad'];
    expect(isCaught({ keywords, exemptRoleIds: ['role_a'] }, 'bad')).toBe(false);
    expect(isCaught({ keywords, exemptChannelIds: ['channel_a'] }, 'bad')).toBe(false);
    expect(isCaught({ keywords, isEnabled: false }, 'bad')).toBe(false);
    expect(isCaught({ keywords, exemptRoleIds: ['role_b'], exemptChannelIds: ['channel_b'] }, 'bad')).toBe(true);
  });
});
