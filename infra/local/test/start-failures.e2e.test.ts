import { freePort } from '@veza/testing';
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { failingStart, startVezaProcess, temporaryFolder } from './veza-process.ts';

const PREFLIGHT = fileURLToPath(new URL('../preflight.cjs', import.meta.url));
const lines = (output: string) => output.trim().split('\n');

describe('a start that cannot work', () => {
  it('says which port is taken, in one line, and leaves nothing behind', async () => {
    using folder = temporaryFolder('port');
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as { port: number };
    const dataDir = join(folder.path, 'data');
    const { code, output } = await failingStart({ PORT: String(port), VEZA_DATA_DIR: dataDir });
    other.close();
    expect(code).toBe(1);
    expect(lines(output)).toEqual([expect.stringContaining(`port ${port}`)]);
    expect(existsSync(join(dataDir, 'postgres'))).toBe(false);
  });

  it('says that the data folder cannot be written', async () => {
    using folder = temporaryFolder('file');
    const file = join(folder.path, 'not-a-folder');
    writeFileSync(file, '');
    const { code, output } = await failingStart({ PORT: String(await freePort()), VEZA_DATA_DIR: join(file, 'data') });
    expect(code).toBe(1);
    expect(lines(output)).toEqual([expect.stringContaining('VEZA_DATA_DIR')]);
  });

  it('says that another Veza uses the data folder, which goes on untouched', async () => {
    using folder = temporaryFolder('busy');
    await using running = await startVezaProcess({ dataDir: folder.path });
    const { code, output } = await failingStart({ PORT: String(await freePort()), VEZA_DATA_DIR: folder.path });
    expect(code).toBe(1);
    expect(lines(output)).toEqual([expect.stringMatching(/in use/)]);
    expect((await fetch(`${running.url}/livez`)).status).toBe(200);
    expect(await running.end('SIGINT')).toBe(0);
  }, 90_000);

  it('says which port for operators is taken', async () => {
    using folder = temporaryFolder('ops-port');
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as { port: number };
    const dataDir = join(folder.path, 'data');
    const { code, output } = await failingStart({
      PORT: String(await freePort()),
      VEZA_OPS_PORT: String(port),
      VEZA_DATA_DIR: dataDir,
    });
    other.close();
    expect(code).toBe(1);
    expect(lines(output)).toEqual([expect.stringMatching(new RegExp(`port ${port} .*VEZA_OPS_PORT`))]);
    expect(existsSync(dataDir)).toBe(false);
  });

  it('says that the database it was pointed at lets nobody in', async () => {
    using folder = temporaryFolder('database');
    const { code, output } = await failingStart({
      PORT: String(await freePort()),
      VEZA_DATA_DIR: folder.path,
      VEZA_DATABASE_URL: `postgres://veza:secret@127.0.0.1:${await freePort()}/veza`,
    });
    expect(code).toBe(1);
    expect(lines(output)).toEqual([expect.stringMatching(/ECONNREFUSED.*VEZA_DATABASE_URL/)]);
    expect(output).not.toContain('secret');
  });

  it('says that Node is too old before anything is loaded', () => {
    using folder = temporaryFolder('node');
    const older = join(folder.path, 'older.cjs');
    writeFileSync(older, "Object.defineProperty(process.versions, 'node', { value: '20.18.3' });");
    const { status, stderr } = spawnSync(process.execPath, ['--require', older, PREFLIGHT], { encoding: 'utf8' });
    expect(status).toBe(1);
    expect(lines(stderr)).toEqual(['veza: Node 20.18.3 is too old; install Node 20.19 or newer (https://nodejs.org)']);
  });

  it('lists every bad variable at once, never its value', async () => {
    using folder = temporaryFolder('env');
    const { code, output } = await failingStart({ PORT: 'many', VEZA_ENV: 'holiday', VEZA_DATA_DIR: folder.path });
    expect(code).toBe(78);
    expect(lines(output)).toHaveLength(1);
    expect(output).toMatch(/PORT/);
    expect(output).toMatch(/VEZA_ENV/);
    expect(output).not.toMatch(/many|holiday/);
  });
});
