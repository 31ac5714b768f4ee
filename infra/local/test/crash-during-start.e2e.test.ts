import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { waitUntil } from '@veza/testing';
import { describe, expect, it } from 'vitest';
import { launchVeza, startVezaProcess, temporaryFolder } from './veza-process.ts';

/** Moments of a first start, by what is written or running then. */
const INITDB = 'bin/initdb';
const SERVER = 'bin/postgres -D';
const MIGRATIONS = 'migration.applied';
const environment = { VEZA_LOG_LEVEL: 'info' };

describe('a first start that does not come to its end', () => {
  it('leaves no process when it is killed, however often, and the next start comes up', async () => {
    using folder = temporaryFolder('killed-start');
    for (const moment of [INITDB, SERVER, MIGRATIONS]) {
      await using veza = await launchVeza({ dataDir: folder.path, environment });
      await veza.until(moment);
      const tree = veza.tree();
      expect(await veza.end('SIGKILL')).toBeNull();
      await waitUntil(() => tree.alive().length === 0, { timeoutMs: 20_000 });
    }
    await using whole = await startVezaProcess({ dataDir: folder.path });
    expect((await fetch(`${whole.url}/readyz`)).status).toBe(200);
    expect(readdirSync(folder.path).filter((name) => name.startsWith('postgres.'))).toEqual([]);
    expect(await whole.end('SIGTERM'), whole.output()).toBe(0);
  }, 120_000);

  it('ends at once and cleanly on Ctrl-C, wherever it is', async () => {
    using folder = temporaryFolder('stopped-start');
    for (const moment of [INITDB, MIGRATIONS]) {
      await using veza = await launchVeza({ dataDir: folder.path, environment });
      await veza.until(moment);
      const tree = veza.tree();
      const pressedAt = performance.now();
      expect(await veza.pressCtrlC(), veza.output()).toBe(0);
      expect(performance.now() - pressedAt).toBeLessThan(5_000);
      expect(tree.alive()).toEqual([]);
      expect(existsSync(join(folder.path, 'lock'))).toBe(false);
    }
  }, 120_000);
});
