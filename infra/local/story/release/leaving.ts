import { setTimeout as sleep } from 'node:timers/promises';
import type { Person } from '../people.ts';
import { wavSong } from '../song.ts';
import { createUpload, processed } from '../song-on-air.ts';
import type { StoryTeller } from '../steps.ts';
import { upload } from '../upload.ts';
import type { Song } from './making.ts';

/** What is revoked is refused everywhere within so long. */
const REVOKED_WITHIN_MS = 5_000;
const POLL_MS = 50;

async function addressOf({ app }: Person, trackId: string): Promise<string> {
  const { track } = await app.data<{ track: { stream: { hlsUrl: string } } }>('TrackForListening', { id: trackId });
  return track.stream.hlsUrl;
}

/** Milliseconds until an address is refused. */
async function refusedAfter(url: string): Promise<number> {
  const startedAt = performance.now();
  while ((await fetch(url)).status !== 403) {
    if (performance.now() - startedAt > REVOKED_WITHIN_MS) throw new Error(`an address still works after ${REVOKED_WITHIN_MS} ms`);
    await sleep(POLL_MS);
  }
  return performance.now() - startedAt;
}

/** A song gets a new master under its old name, and another one goes; what listeners hold of both ends. */
export async function leave({ step }: StoryTeller, ada: Person, ben: Person, [tide, foam]: readonly [Song, Song]): Promise<void> {
  await step('UpdateTrack: Foam, mastered again', async () => {
    const held = await addressOf(ben, foam.trackId);
    const bytes = wavSong({ seconds: 15, root: 330 });
    const announced = await createUpload(ada.app, 'foam-2.wav', bytes.length);
    await upload(announced.url, bytes);
    await ada.app.data('UpdateTrack', { input: { trackId: foam.trackId, uploadId: announced.id } });
    const { state } = await processed(ada.app, foam.trackId);
    if (state !== 'READY') throw new Error(`processing ended in ${state}`);
    const { track } = await ben.app.data<{ track: { durationMs: number } }>('TrackForListening', { id: foam.trackId });
    if (track.durationMs !== 15_000) throw new Error(`Foam lasts ${track.durationMs} ms`);
    const ms = await refusedAfter(held);
    return { result: undefined, seen: `same id, ${track.durationMs} ms, the old address refused ${ms.toFixed(0)} ms later` };
  });
  await step('DeleteTrack: Tide', async () => {
    const held = await addressOf(ben, tide.trackId);
    await ada.app.data('DeleteTrack', { input: { trackId: tide.trackId } });
    const ms = await refusedAfter(held);
    const { track } = await ben.app.data<{ track: unknown }>('TrackForListening', { id: tide.trackId });
    if (track !== null) throw new Error('a deleted track is still there');
    return { result: undefined, seen: `gone, its addresses refused ${ms.toFixed(0)} ms later` };
  });
}
