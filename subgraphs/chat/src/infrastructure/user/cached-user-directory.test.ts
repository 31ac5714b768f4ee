import { toTypeId } from '@veza/kernel';
import { describe, expect, it } from 'vitest';
import type { UserId } from '../../domain/community.ts';
import { cachedUserDirectory } from './cached-user-directory.ts';

const [ada, bob] = [10, 11].map((number) => toTypeId('user', `019aa000-0000-7000-8000-0000000000${number}`) as UserId) as [UserId, UserId];

describe('cachedUserDirectory', () => {
  it('asks once a second for those who are known, and each time for those who are not', async () => {
    const asked: (readonly UserId[])[] = [];
    let nowMs = 0;
    const directory = cachedUserDirectory(
      {
        async find(userIds) {
          asked.push(userIds);
          const known = userIds.filter((userId) => userId === ada);
          return new Map(known.map((userId) => [userId, { userId, username: 'ada', displayName: 'Ada', avatarImageId: null }]));
        },
      },
      () => new Date(nowMs),
    );
    expect((await directory.find([ada, bob])).get(ada)?.username).toBe('ada');
    await directory.find([ada]);
    await directory.find([ada, bob]);
    nowMs = 1_000;
    expect((await directory.find([ada])).size).toBe(1);
    expect(asked).toEqual([[ada, bob], [bob], [ada]]);
  });
});
