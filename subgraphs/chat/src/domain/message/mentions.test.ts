import { toTypeId } from '@veza/kernel';
import { describe, expect, it } from 'vitest';
import { namedInText } from './mentions.ts';

const ada = toTypeId('user', '019aa000-0000-7000-8000-00000000000a');
const bob = toTypeId('user', '019aa000-0000-7000-8000-00000000000b');
const mods = toTypeId('role', '019aa000-0000-7000-8000-00000000000c');

describe('namedInText', () => {
  it('finds each named person and role once', () => {
    expect(namedInText(`<@${bob}> and <@${ada}>, again <@${bob}>, <@&${mods}> <@&${mods}>`)).toEqual({
      users: [ada, bob],
      roles: [mods],
      everyone: false,
      here: false,
    });
  });

  it.each([
    ['@everyone', true],
    ['hey @everyone!', true],
    ['(@everyone)', true],
    ['@everyones', false],
    ['mail@everyone', false],
    ['@@everyone', false],
    ['`@everyone`', false],
  ])('takes %j for a call to all: %s', (text, everyone) => {
    expect(namedInText(text).everyone).toBe(everyone);
  });

  it.each([
    ['@here', true],
    ['who is @here?', true],
    ['@hereafter', false],
    ['mail@here', false],
    ['`@here`', false],
  ])('takes %j for a call to those who are there: %s', (text, here) => {
    expect(namedInText(text)).toMatchObject({ here, everyone: false });
  });

  it('reads names in code as text', () => {
    expect(namedInText(`\`<@${ada}>\` \`\`\`\n<@${ada}> <@&${mods}>\n\`\`\` <@${bob}>`)).toMatchObject({ users: [bob], roles: [] });
  });

  it('ignores what is no id of a person', () => {
    expect(namedInText(`<@user_1> <@channel_${ada.slice(5)}> <@user_zzzzzzzzzzzzzzzzzzzzzzzzzz> <@&${ada}>`)).toMatchObject({
      users: [],
      roles: [],
    });
  });
});
