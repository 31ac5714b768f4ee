import { describe, expect, it } from 'vitest';
import { archivedAt, type Thread } from './thread.ts';

const thread: Thread = {
  parentId: 'channel_c',
  sourceMessageId: null,
  creatorId: 'user_u',
  isPrivate: false,
  isLocked: false,
  archiveAfterSeconds: 3600,
  closedAt: null,
  lastActiveAt: new Date(10_000),
};

describe('archivedAt', () => {
  it('is null until the silence has lasted, and then the instant at which it had', () => {
    expect(archivedAt(thread, new Date(10_000 + 3_600_000 - 1))).toBeNull();
    expect(archivedAt(thread, new Date(10_000 + 3_600_000))).toEqual(new Date(10_000 + 3_600_000));
    expect(archivedAt(thread, new Date(99_000_000))).toEqual(new Date(10_000 + 3_600_000));
  });

  it('is when somebody archived it, whatever the silence', () => {
    expect(archivedAt({ ...thread, closedAt: new Date(20_000) }, new Date(20_000))).toEqual(new Date(20_000));
  });
});
