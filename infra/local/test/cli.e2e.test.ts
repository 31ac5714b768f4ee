import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { signUp } from '../story/people.ts';
import { wavSong } from '../story/song.ts';
import { createUpload } from '../story/song-on-air.ts';
import { startVezaProcess, temporaryFolder } from './veza-process.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** Runs one of the operator's commands to its end. */
async function veza(dataDir: string, ...words: readonly string[]): Promise<{ readonly code: number | null; readonly lines: string[] }> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'infra/local/src/cli/main.ts', ...words], {
    cwd: ROOT,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], VEZA_DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, lines: text.trim().split('\n') };
}

describe('npm run veza', () => {
  it('makes staff and sends files, with Veza running or stopped, and says in one line what is wrong', async () => {
    using folder = temporaryFolder('cli');
    const data = folder.path;
    await using running = await startVezaProcess({ dataDir: data });
    const ada = await signUp(running.url, 'Ada');
    const { username } = await signUp(running.url, 'Ben');
    const grant = (username: string) => veza(data, 'grant-role', '--username', username, '--role', 'ADMIN');
    expect(await grant(username)).toEqual({ code: 0, lines: [expect.stringContaining(`${username} is ADMIN now`)] });
    expect(await grant('nobody')).toEqual({ code: 1, lines: ['veza: nobody is called nobody; sign up first'] });

    const song = wavSong({ seconds: 1 });
    const file = join(data, 'song.wav');
    writeFileSync(file, song);
    const { id, url } = await createUpload(ada.app, 'song.wav', song.length);
    expect(await veza(data, 'upload', url, file)).toEqual({ code: 0, lines: [`${song.length} bytes sent`] });
    expect(await ada.app.data('UploadStatus', { id })).toMatchObject({ upload: { state: 'READY', receivedBytes: song.length } });
    const other = await createUpload(ada.app, 'song.wav', song.length + 1);
    expect(await veza(data, 'upload', other.url, file)).toEqual({ code: 1, lines: [expect.stringMatching(/announced with/)] });
    expect(await veza(data, 'upload', `${url}x`, file)).toEqual({ code: 1, lines: [expect.stringMatching(/answers 404/)] });

    expect(await running.end('SIGINT'), running.output()).toBe(0);
    expect(await grant(username)).toEqual({ code: 0, lines: [`${username} was ADMIN already`] });
    expect(await veza(data, 'upload', url, file)).toEqual({
      code: 1,
      lines: [expect.stringMatching(/cannot be reached; is Veza running/)],
    });
    expect(existsSync(join(data, 'lock'))).toBe(false);
  }, 120_000);

  it.each([
    [['dance'], /these are: grant-role, upload/],
    [['grant-role', '--name', 'ada'], /^veza: grant-role --username NAME --role/],
    [['grant-role', '--username', 'ada', '--role', 'KING'], /^veza: grant-role --username NAME --role/],
    [['upload'], /^veza: upload URL FILE$/],
  ])('tells how it is called when it is called with %j', async (words, line) => {
    using folder = temporaryFolder('cli-usage');
    expect(await veza(join(folder.path, 'data'), ...words)).toEqual({ code: 1, lines: [expect.stringMatching(line)] });
    expect(existsSync(join(folder.path, 'data'))).toBe(false);
  });
});
