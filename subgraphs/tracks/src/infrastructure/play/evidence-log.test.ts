import type { Database } from '@veza/postgres';
import { expect, it } from 'vitest';
import { evidenceLog } from './evidence-log.ts';

it('notes are written together, once, and kept when the database is away', async () => {
  let isAway = true;
  let statements = 0;
  const execute = () => {
    statements += 1;
    return isAway ? Promise.reject(new Error('away')) : Promise.resolve([]);
  };
  const log = evidenceLog({ execute } as unknown as Database);
  const at = new Date(0);
  const token = { kid: 'k', scope: 'f', issuedAtMs: 0, expiresAt: 0, sid: '', lid: 'ben' } as const;
  log.recordGrant('user_ben', 'track_a', at);
  log.recordGrant('user_ben', 'track_a', at);
  for (const file of ['a64-00001.m4s', 'a160-00001.m4s', 'a160-00002.m4s', 'a160-init.mp4', 'master.m3u8']) {
    log.recordDelivery({ token, mac: '', aid: 'a', file }, at);
  }
  await expect(log.flush()).rejects.toThrow('away');
  isAway = false;
  expect(await log.flush(), 'one grant, two segments').toBe(3);
  statements = 0;
  expect([await log.flush(), statements]).toEqual([0, 0]);
});
