import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { failingStart, freePort, startVezaProcess, temporaryFolder } from './veza-process.ts';

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
    const running = await startVezaProcess({ dataDir: folder.path });
    const { code, output } = await failingStart({ PORT: String(await freePort()), VEZA_DATA_DIR: folder.path });
    expect(code).toBe(1);
    expect(lines(output)).toEqual([expect.stringMatching(/in use/)]);
    expect((await fetch(`${running.url}/livez`)).status).toBe(200);
    expect(await running.end('SIGINT')).toBe(0);
  }, 90_000);

  it('lists every bad variable at once, never its value', async () => {
    using folder = temporaryFolder('env');
    const { code, output } = await failingStart({ PORT: 'many', VEZA_ENV: 'holiday', VEZA_DATA_DIR: folder.path });
    expect(code).toBe(78);
    expect(output).toMatch(/PORT/);
    expect(output).toMatch(/VEZA_ENV/);
    expect(output).not.toMatch(/many|holiday/);
  });
});
