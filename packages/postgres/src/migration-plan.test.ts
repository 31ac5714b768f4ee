import { describe, expect, it } from 'vitest';
import type { Migration } from './migration-files.ts';
import { type AppliedMigration, dueMigrations } from './migration-plan.ts';

const file = (key: string, changes: Partial<Migration> = {}): Migration => ({
  namespace: key.split('/')[0]!,
  key,
  sql: 'select 1',
  checksum: `sum of ${key}`,
  isTransactional: true,
  isCompatible: false,
  ...changes,
});
const row = (key: string, changes: Partial<AppliedMigration> = {}): AppliedMigration => ({
  key,
  checksum: `sum of ${key}`,
  is_compatible: false,
  is_finished: true,
  ...changes,
});
const files = [file('messaging/0001_outbox'), file('migrations/0001_channels'), file('migrations/0002_messages')];

describe('due migrations', () => {
  it('are all of them on a fresh schema, in the order of folders and numbers', () => {
    expect(dueMigrations(files, []).map(({ key }) => key)).toEqual(files.map(({ key }) => key));
  });

  it('are those without a row', () => {
    const rows = [row('messaging/0001_outbox'), row('migrations/0001_channels')];
    expect(dueMigrations(files, rows).map(({ key }) => key)).toEqual(['migrations/0002_messages']);
  });

  it('include one outside a transaction that was cut off', () => {
    const rows = [row('messaging/0001_outbox'), row('migrations/0001_channels', { is_finished: false }), row('migrations/0002_messages')];
    expect(dueMigrations(files, rows).map(({ key }) => key)).toEqual(['migrations/0001_channels']);
  });

  it('are refused when an applied file was edited', () => {
    const rows = [row('messaging/0001_outbox', { checksum: 'another' })];
    expect(() => dueMigrations(files, rows)).toThrowError(expect.objectContaining({ code: 'EDITED_HISTORY' }));
  });

  it('are refused when the schema is newer than the files', () => {
    const rows = [...files.map(({ key }) => row(key)), row('migrations/0003_threads')];
    expect(() => dueMigrations(files, rows)).toThrowError(expect.objectContaining({ code: 'NEWER_SCHEMA' }));
  });

  it('are none when everything newer is marked compatible', () => {
    const rows = [...files.map(({ key }) => row(key)), row('migrations/0003_threads', { is_compatible: true })];
    expect(dueMigrations(files, rows)).toEqual([]);
  });

  it('are refused when a new file has a lower number than an applied one of its folder', () => {
    expect(() => dueMigrations(files, [row('migrations/0002_messages')])).toThrowError(expect.objectContaining({ code: 'OUT_OF_ORDER' }));
  });
});
