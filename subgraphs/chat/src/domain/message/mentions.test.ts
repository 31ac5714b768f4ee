import { toTypeId } from '@veza/kernel';
import { describe, expect, it } from 'vitest';
import { mentionedUsers } from './mentions.ts';

const ada = toTypeId('user', '019aa000-0000-7000-8000-00000000000a');
const bob = toTypeId('user', '019aa000-0000-7000-8000-00000000000b');

describe('mentionedUsers', () => {
  it('finds each named person once', () => {
    expect(mentionedUsers(`<@${bob}> and <@${ada}>, again <@${bob}>`)).toEqual([ada, bob]);
  });

  it('reads names in code as text', () => {
    expect(mentionedUsers(`\`<@${ada}>\` \`\`\`\n<@${ada}>\n\`\`\` <@${bob}>`)).toEqual([bob]);
  });

  it('ignores what is no id of a person', () => {
    expect(mentionedUsers(`<@user_1> <@channel_${ada.slice(5)}> <@user_zzzzzzzzzzzzzzzzzzzzzzzzzz> @everyone`)).toEqual([]);
  });
});
