import type { Person } from '../people.ts';
import { wavSong } from '../song.ts';
import { createUpload, processed } from '../song-on-air.ts';
import { firstMatching, type StoryTeller } from '../steps.ts';
import { playStream } from '../stream.ts';
import { upload, uploadWithInterruption } from '../upload.ts';
import type { StoryServer } from '../story-server.ts';

/** A song of the record, as Ada made it. */
export interface Song {
  readonly trackId: string;
  readonly bytes: Buffer;
}

const LONG_SECONDS = 60;
const SHORT_SECONDS = 12;
const TRANSCODING_TIMEOUT_MS = 60_000;

async function privateTrack({ app }: Person, uploadId: string, title: string): Promise<string> {
  const input = { uploadId, title, visibility: 'PRIVATE', genre: 'ambient' };
  const { createTrack } = await app.data<{ createTrack: { track: { id: string } } }>('CreateTrack', { input });
  return createTrack.track.id;
}

async function untilTranscoding({ app }: Person, trackId: string): Promise<void> {
  const stream = app.follow('TrackProcessing', { trackId });
  await firstMatching(stream, (answer) => JSON.stringify(answer).includes('TRANSCODING'), TRANSCODING_TIMEOUT_MS);
  stream.return?.().catch(() => undefined);
}

/** Ada uploads two songs; the server is killed while one of them is transcoded. Both become ready, once. */
export async function makeSongs(server: StoryServer, { step }: StoryTeller, ada: Person): Promise<readonly [Song, Song]> {
  const long = wavSong({ seconds: LONG_SECONDS });
  const first = await step('Tide: uploaded over a broken line', async () => {
    const announced = await createUpload(ada.app, 'tide.wav', long.length);
    const { cutAtBytes } = await uploadWithInterruption(announced.url, long);
    return { result: await privateTrack(ada, announced.id, 'Tide'), seen: `cut at ${cutAtBytes} of ${long.length} bytes` };
  });
  await step('kill -9 while Tide is transcoded', async () => {
    await untilTranscoding(ada, first);
    await server.crash();
    await server.start();
    return { result: undefined, seen: 'back on the same data' };
  });
  await step('Tide is ready, once', async () => {
    const { state, failure } = await processed(ada.app, first);
    if (state !== 'READY') throw new Error(`processing ended in ${state}: ${failure?.code}`);
    const { track } = await ada.app.data<{ track: { durationMs: number; stream: { hlsUrl: string } } }>('TrackForListening', { id: first });
    const { segments, seconds } = await playStream(track.stream.hlsUrl);
    if (Math.abs(seconds - LONG_SECONDS) > 0.001) throw new Error(`the stream lasts ${seconds} s`);
    return { result: undefined, seen: `${segments} segments, ${seconds.toFixed(3)} s` };
  });
  const short = wavSong({ seconds: SHORT_SECONDS, root: 330 });
  const second = await step('Foam: uploaded and ready', async () => {
    const announced = await createUpload(ada.app, 'foam.wav', short.length);
    await upload(announced.url, short);
    const trackId = await privateTrack(ada, announced.id, 'Foam');
    const { state } = await processed(ada.app, trackId);
    if (state !== 'READY') throw new Error(`processing ended in ${state}`);
    return { result: trackId, seen: `${SHORT_SECONDS} s` };
  });
  return [
    { trackId: first, bytes: long },
    { trackId: second, bytes: short },
  ];
}
