import { messagingMigrations } from '@veza/postgres';
import { inProcessEventBus } from '@veza/messaging/in-process';
import { silentLog } from '@veza/telemetry';
import { fixedClock, testDatabase, type TestDatabase } from '@veza/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tracksMigrations } from '../src/app.ts';
import { mediaRevocations } from '../src/infrastructure/stream/media-revocations.ts';

const aid = 'a'.repeat(26);
const token = { issuedAtMs: 1_000, sid: 's'.repeat(16) } as never;

describe('what a process knows of revoked media tokens', () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await testDatabase({ schema: 'tracks', folders: [messagingMigrations, tracksMigrations], jobsSchema: true });
  });
  afterAll(() => test[Symbol.asyncDispose]());

  const open = () => {
    const clock = fixedClock(new Date());
    return { clock, revocations: mediaRevocations({ database: test.database, eventBus: inProcessEventBus(), clock, log: silentLog }) };
  };
  const revoke = (key: string, expires: string) => test.admin`
    insert into media_revocation (kind, key, issued_until_ms, recorded_at, expires_at)
    values ('aid', ${key}, 2000, now() - interval '5 minutes', now() + ${expires}::interval)`;

  it('is all of it again for a process that has not read for half a minute', async () => {
    const { clock, revocations } = open();
    await revocations.task.runOnce();
    await revoke(aid, '1 day');
    await revocations.task.runOnce();
    expect(revocations.isRevoked({ aid, token })).toBe(false);
    clock.advance(30_000);
    await revocations.task.runOnce();
    expect(revocations.isRevoked({ aid, token })).toBe(true);
  });

  it('ends with the last token that it concerns, in memory and in the table', async () => {
    const { clock, revocations } = open();
    const short = 'b'.repeat(26);
    await revoke(short, '10 minutes');
    await revocations.task.runOnce();
    expect(revocations.isRevoked({ aid: short, token })).toBe(true);
    clock.advance(3_600_000);
    await revocations.task.runOnce();
    expect(revocations.isRevoked({ aid: short, token })).toBe(false);
    expect(await test.admin`select key from media_revocation where key = ${short}`).toHaveLength(0);
  });
});
