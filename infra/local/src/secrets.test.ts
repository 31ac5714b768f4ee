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
    const first = openSecrets(folder);
    expect(openSecrets(folder)).toEqual(first);
    const texts = Object.values(first).map((secret) => Buffer.from(secret).toString('hex'));
    expect(new Set(texts).size).toBe(texts.length);
    for (const secret of Object.values(first)) expect(secret).toHaveLength(32);
  });

  it('are for the owner of the folder alone', () => {
    openSecrets(folder);
    const keys = join(folder, 'keys');
    expect(statSync(keys).mode & 0o777).toBe(0o700);
    for (const file of readdirSync(keys)) expect(statSync(join(keys, file)).mode & 0o777).toBe(0o600);
  });

  it('are not replaced when one was damaged', () => {
    openSecrets(folder);
    writeFileSync(join(folder, 'keys', 'kek'), 'short');
    expect(() => openSecrets(folder)).toThrow(/keys\/kek does not hold 32 bytes.*backup/);
  });
});
