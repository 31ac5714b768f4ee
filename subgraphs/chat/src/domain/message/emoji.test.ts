import { describe, expect, it } from 'vitest';
import { isEmoji } from './emoji.ts';

describe('isEmoji', () => {
  it.each(['🔥', '👍🏽', '👩‍👩‍👧‍👦', '🏴󠁧󠁢󠁳󠁣󠁴󠁿', '🇨🇭', '❤️'])('knows %s', (text) => expect(isEmoji(text)).toBe(true));
  it.each(['', 'a', '1', '🔥🔥', '🔥 ', ':fire:', '🔥'.repeat(100)])('refuses %j', (text) => expect(isEmoji(text)).toBe(false));
});
