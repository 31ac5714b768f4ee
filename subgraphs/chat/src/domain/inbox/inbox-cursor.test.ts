import { toTypeId } from '@veza/kernel';
import { describe, expect, it } from 'vitest';
import type { UserId } from '../community.ts';
import { userCursors } from '../event/log-cursor.ts';
import { inboxCursors, toldUntil } from './inbox-cursor.ts';

const id = toTypeId('user', '01890000-0000-7000-8000-000000000001') as UserId;
const logEpoch = '01890000-0000-4000-8000-000000000002';
const at = new Date('2026-03-01T12:00:00.123Z');
const cursors = inboxCursors(() => at);

describe('inboxCursors', () => {
  it('carry the place in the log and the instant of the states', () => {
    const cursor = cursors.encode({ id, logEpoch, seq: 7 });
    expect(toldUntil(cursor)).toEqual(at);
    expect(cursors.decode(cursor)).toMatchObject({ id, seq: 7 });
  });

  it('are told from other cursors, and from damaged ones', () => {
    const plain = userCursors.encode({ id, logEpoch, seq: 7 });
    const cursor = cursors.encode({ id, logEpoch, seq: 7 });
    for (const text of [plain, `${plain}.`, `${plain}.!`, `${cursor}.1`, `x${cursor}`, '.', ''])
      expect(cursors.decode(text), text).toBeUndefined();
  });
});
