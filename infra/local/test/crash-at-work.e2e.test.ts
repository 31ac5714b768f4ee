import { runningPostgresUrl } from '@veza/embedded-postgres';
import { closeDatabase, openDatabase } from '@veza/postgres';
import { freePort, waitUntil } from '@veza/testing';
import { describe, expect, it } from 'vitest';
import { createTrack, processed } from '../story/song-on-air.ts';
import { upload } from '../story/upload.ts';
import { putToWork } from './at-work.ts';
import { startVezaProcess, temporaryFolder } from './veza-process.ts';

const TRANSCODER = /ffmpeg|node-av/;

/** How many events of a topic tell of a subject. */
async function eventCount(dataDir: string, topic: string, subject: string): Promise<number> {
  const database = openDatabase({ url: (await runningPostgresUrl(dataDir))!, schema: 'event_log' });
  try {
    const [row] = await database.$client<[{ count: number }]>`
      select count(*)::int as count from event where topic = ${topic} and envelope::text like ${`%${subject}%`}`;
    return row.count;
  } finally {
    await closeDatabase(database);
  }
}

describe('a Veza that is killed at work', () => {
  it('leaves no process, makes the song playable exactly once, and goes on with the upload from where it is', async () => {
    using folder = temporaryFolder('killed-at-work');
    const port = await freePort();
    await using first = await startVezaProcess({ dataDir: folder.path, port });
    const { ada, ben, song, trackId, halfWay, listenerEnd } = await putToWork(first.url);
    const tree = first.tree();
    expect(tree.commands.filter((command) => TRANSCODER.test(command))).not.toEqual([]);
    await first.end('SIGKILL');
    expect(await listenerEnd).toBe(1006);
    await waitUntil(() => tree.alive().length === 0, { timeoutMs: 20_000 });

    await using second = await startVezaProcess({ dataDir: folder.path, port });
    const head = await fetch(halfWay.url, { method: 'HEAD', headers: { 'Tus-Resumable': '1.0.0' } });
    const offset = Number(head.headers.get('upload-offset'));
    expect(offset).toBeGreaterThan(0);
    expect(offset).toBeLessThan(song.length);
    await upload(halfWay.url, song);
    expect(await ada.app.data('UploadStatus', { id: halfWay.id })).toMatchObject({ upload: { state: 'READY' } });
    const resumedTrackId = await createTrack(ada.app, halfWay.id, 'Resumed');

    for (const id of [trackId, resumedTrackId]) {
      expect((await processed(ada.app, id)).state).toBe('READY');
      await waitUntil(async () => (await eventCount(folder.path, 'tracks.track-published.v1', id)) > 0, { timeoutMs: 10_000 });
      expect(await eventCount(folder.path, 'tracks.track-published.v1', id)).toBe(1);
    }
    await Promise.all([ada.app.close(), ben.app.close()]);
    const rest = second.tree();
    expect(await second.end('SIGINT'), second.output()).toBe(0);
    expect(rest.alive()).toEqual([]);
  }, 180_000);
});
