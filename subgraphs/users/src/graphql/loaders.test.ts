import { describe, expect, it } from 'vitest';
import type { UserId } from '../domain/user.ts';
import { loaders } from './loaders.ts';

describe('loaders', () => {
  it('ask for everybody of a request at once, and for nobody twice', async () => {
    const asked: (readonly string[])[] = [];
    const batches = loaders(
      {
        accounts: {
          findUsers: async (ids) => {
            asked.push(ids);
            return ids.map(() => undefined);
          },
          findUserByUsername: async () => undefined,
        },
        sessions: { findLive: async (ids) => ids.map(() => undefined) },
      },
      () => new Date(0),
    );
    const ids: readonly UserId[] = ['user_1', 'user_2', 'user_1'];
    await Promise.all(ids.map((id) => batches.user.load(id)));
    expect(asked).toEqual([['user_1', 'user_2']]);
  });
});
