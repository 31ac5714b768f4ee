import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { localConfig } from './env.ts';
import { findFfmpeg, localTranscoder } from './local-transcoder.ts';

describe('the transcoder of this machine', () => {
  let folder: string;
  beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'veza-path-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is an ffmpeg of the PATH only when its ffprobe lies beside it', () => {
    const path = ['', '/nowhere', folder].join(delimiter);
    writeFileSync(join(folder, 'ffmpeg'), '');
    expect(findFfmpeg(path)).toBeUndefined();
    writeFileSync(join(folder, 'ffprobe'), '');
    expect(findFfmpeg(path)).toBe(join(folder, 'ffmpeg'));
  });

  it('is refused by its variable’s name when the configured one is not there', async () => {
    const config = localConfig({ VEZA_FFMPEG: join(folder, 'ffmpeg') }, '/');
    await expect(localTranscoder(config, '')).rejects.toThrow(/VEZA_FFMPEG names .*ffmpeg/);
  });

  it('is the one that comes with the packages when the machine has none', async () => {
    expect((await localTranscoder(localConfig({}, '/'), folder))?.name).toMatch(/^node-av/);
  });
});
