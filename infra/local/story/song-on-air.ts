import type { AppClient } from './client.ts';
import type { Person } from './people.ts';
import { firstMatching, type StoryTeller } from './steps.ts';
import { playStream, withChangedToken } from './stream.ts';
import { uploadWithInterruption } from './upload.ts';

interface Processing {
  readonly state: string;
  readonly progress: number;
  readonly failure: { readonly code: string; readonly message: string } | null;
}

interface Listening {
  readonly durationMs: number;
  readonly waveform: { readonly peaks: readonly number[] };
  readonly loudness: { readonly integratedLufs: number };
  readonly stream: { readonly hlsUrl: string };
}

const PROCESSING_TIMEOUT_MS = 300_000;

/** Makes an upload resource for a file. Answers its id and its tus address. */
export async function createUpload(
  app: AppClient,
  filename: string,
  byteSize: number,
): Promise<{ readonly id: string; readonly url: string }> {
  const input = { purpose: 'TRACK_AUDIO', filename, byteSize, contentType: 'audio/wav' };
  const { createUpload: payload } = await app.data<{ createUpload: { upload: { id: string; url: string } } }>('CreateUpload', { input });
  return payload.upload;
}

/** Makes a public track of an upload. */
export async function createTrack(app: AppClient, uploadId: string, title: string): Promise<string> {
  const { createTrack: payload } = await app.data<{ createTrack: { track: { id: string } } }>('CreateTrack', {
    input: { uploadId, title, visibility: 'PUBLIC' },
  });
  return payload.track.id;
}

/** Follows the processing of a track to its end. Answers the last state and how many came. */
export async function processed(app: AppClient, trackId: string): Promise<Processing & { readonly events: number }> {
  let events = 0;
  const stream = app.follow('TrackProcessing', { trackId });
  const last = await firstMatching(
    stream,
    ({ data, errors }) => {
      if (errors) throw new Error(JSON.stringify(errors));
      events += 1;
      const { state } = (data as unknown as { trackProcessing: { processing: Processing } }).trackProcessing.processing;
      return state === 'READY' || state === 'FAILED';
    },
    PROCESSING_TIMEOUT_MS,
  );
  await stream.return?.();
  return { ...(last.data as unknown as { trackProcessing: { processing: Processing } }).trackProcessing.processing, events };
}

async function refused(url: string): Promise<number> {
  const { status } = await fetch(url);
  if (status !== 403) throw new Error(`a changed token was answered with ${status}`);
  return status;
}

/** Chapter two: Ada uploads a song over a bad line, watches it being made ready, and Ben hears it to the end. */
export async function songOnAir({ step }: StoryTeller, ada: Person, ben: Person, song: Buffer): Promise<string> {
  const upload = await step('CreateUpload', async () => ({
    result: await createUpload(ada.app, 'first-light.wav', song.length),
    seen: `${song.length} bytes announced`,
  }));
  await step('tus upload, interrupted and resumed', async () => {
    const { cutAtBytes } = await uploadWithInterruption(upload.url, song);
    return { result: undefined, seen: `cut at ${cutAtBytes}, went on to ${song.length}` };
  });
  const trackId = await step('CreateTrack', async () => ({
    result: await createTrack(ada.app, upload.id, 'First light'),
    seen: 'track made',
  }));
  await step('TrackProcessing up to READY', async () => {
    const { state, events, failure } = await processed(ada.app, trackId);
    if (state !== 'READY') throw new Error(`processing ended in ${state}: ${failure?.code} ${failure?.message}`);
    return { result: undefined, seen: `${events} events` };
  });
  const track = await step('TrackForListening', async () => {
    const { track: heard } = await ben.app.data<{ track: Listening }>('TrackForListening', { id: trackId });
    return {
      result: heard,
      seen: `${heard.durationMs} ms, ${heard.loudness.integratedLufs.toFixed(1)} LUFS, ${heard.waveform.peaks.length} peaks`,
    };
  });
  await step('HLS, played to the end', async () => {
    const { renditions, segments, seconds } = await playStream(track.stream.hlsUrl);
    if (Math.abs(seconds * 1000 - track.durationMs) > 2)
      throw new Error(`the playlist lasts ${seconds} s, the track ${track.durationMs} ms`);
    return { result: undefined, seen: `${renditions} renditions, ${segments} segments, ${seconds.toFixed(3)} s` };
  });
  await step('a changed token', async () => ({ result: undefined, seen: `${await refused(withChangedToken(track.stream.hlsUrl))}` }));
  return trackId;
}
