import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDataFolder } from './data-folder.ts';
import { StartFailure } from '@veza/config';

describe('the data folder', () => {
  let folder: string;
  beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'veza-data-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is made with those above it, for its owner alone, and may be there already', () => {
    const nested = join(folder, 'a', 'b');
    openDataFolder(nested);
    openDataFolder(nested);
    expect(statSync(nested).mode & 0o777).toBe(0o700);
  });

  it('is refused where it cannot be, with the variable that moves it', () => {
    writeFileSync(join(folder, 'file'), '');
    expect(() => openDataFolder(join(folder, 'file', 'data'))).toThrow(/VEZA_DATA_DIR/);
  });

  it.runIf(process.platform === 'linux')('is refused at once where no folder can be made, not even by root', () => {
    expect(() => openDataFolder('/proc/veza/data')).toThrow(StartFailure);
  });
});
