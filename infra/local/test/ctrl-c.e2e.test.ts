import { freePort, waitUntil } from '@veza/testing';
import { describe, expect, it } from 'vitest';
import { processed } from '../story/song-on-air.ts';
import { putToWork } from './at-work.ts';
import { startVezaProcess, temporaryFolder } from './veza-process.ts';

const NPM_START = ['npm', 'start', '--silent'];
/** After which a second signal is one of its own, and not the same one passed on. */
const SECOND_SIGNAL_MS = 1_100;

describe('Ctrl-C in the terminal of `npm start`', () => {
  it('sends listeners away, parks the song, ends within 5 s with 0, and leaves no process', async () => {
    using folder = temporaryFolder('ctrl-c');
    const port = await freePort();
    await using npm = await startVezaProcess({ dataDir: folder.path, port, command: NPM_START });
    const { ada, ben, trackId, listenerEnd } = await putToWork(npm.url);
    const tree = npm.tree();
    const pressedAt = performance.now();
    expect(await npm.pressCtrlC(), npm.output()).toBe(0);
    expect(performance.now() - pressedAt).toBeLessThan(5_000);
    expect(tree.alive()).toEqual([]);
    expect(await listenerEnd).toBe(1012);

    await using next = await startVezaProcess({ dataDir: folder.path, port });
    expect((await processed(ada.app, trackId)).state).toBe('READY');
    await Promise.all([ada.app.close(), ben.app.close()]);
    expect(await next.end('SIGTERM'), next.output()).toBe(0);
  }, 120_000);

  it('ends at once when it comes a second time, and leaves no process either', async () => {
    using folder = temporaryFolder('ctrl-c-twice');
    await using veza = await startVezaProcess({ dataDir: folder.path });
    const { ada, ben } = await putToWork(veza.url);
    const tree = veza.tree();
    const ending = veza.end('SIGINT');
    await new Promise((resolve) => setTimeout(resolve, SECOND_SIGNAL_MS));
    void veza.end('SIGINT');
    expect(await ending).toBe(130);
    await waitUntil(() => tree.alive().length === 0, { timeoutMs: 20_000 });
    await Promise.all([ada.app.close(), ben.app.close()]);
  }, 60_000);
});
