import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSecrets } from './secrets.ts';

describe('the secrets of an installation', () => {
  let folder: string;
  beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'veza-secrets-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  it('are made once, differ from each other, and are the same at the next start', () => {
    const first = openSecrets({ dataDir: folder, keyEncryptionKey: undefined });
    expect(openSecrets({ dataDir: folder, keyEncryptionKey: undefined })).toEqual(first);
    const texts = Object.values(first).map((secret) => Buffer.from(secret).toString('hex'));
    expect(new Set(texts).size).toBe(texts.length);
    for (const secret of Object.values(first)) expect(secret).toHaveLength(32);
  });

  it('are for the owner of the folder alone', () => {
    openSecrets({ dataDir: folder, keyEncryptionKey: undefined });
    const keys = join(folder, 'keys');
    expect(statSync(keys).mode & 0o777).toBe(0o700);
    for (const file of readdirSync(keys)) expect(statSync(join(keys, file)).mode & 0o777).toBe(0o600);
  });

  it('leave the key of keys to whoever brings their own', () => {
    const kek = new Uint8Array(32).fill(1);
    expect(openSecrets({ dataDir: folder, keyEncryptionKey: kek }).kek).toBe(kek);
    expect(readdirSync(join(folder, 'keys'))).not.toContain('kek');
  });

  it('are not replaced when one was damaged', () => {
    openSecrets({ dataDir: folder, keyEncryptionKey: undefined });
    writeFileSync(join(folder, 'keys', 'kek'), 'short');
    expect(() => openSecrets({ dataDir: folder, keyEncryptionKey: undefined })).toThrow(/keys\/kek does not hold 32 bytes.*backup/);
  });
});
