import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Answer } from '../client.ts';
import type { Person } from '../people.ts';
import { firstMatching, type StoryTeller } from '../steps.ts';
import { playStream } from '../stream.ts';
import type { Song } from './making.ts';

const EVENT_TIMEOUT_MS = 10_000;
const COUNTED_TIMEOUT_MS = 30_000;
const POLL_MS = 250;
/** Heard of Foam, in milliseconds: more than half of it, which makes it a play. */
const HEARD_MS = 7_000;

interface Playback {
  readonly revision: number;
  readonly isPlaying: boolean;
  readonly positionMs: number;
  readonly asOf: string;
  readonly track: { readonly title: string } | null;
  readonly activeDevice: { readonly id: string } | null;
}

const playbackOf = ({ data }: Answer): Playback => (data as unknown as { playbackState: Playback }).playbackState;

/** Where a song is now, as every device computes it from the last event. */
const positionNow = ({ positionMs, asOf, isPlaying }: Playback) => (isPlaying ? positionMs + Date.now() - Date.parse(asOf) : positionMs);

async function twoDevices(ben: Person, playlistId: string): Promise<string> {
  const register = async (name: string, kind: string) => {
    const { registerDevice } = await ben.app.data<{ registerDevice: { device: { id: string } } }>('RegisterDevice', {
      input: { name, kind },
    });
    return registerDevice.device.id;
  };
  const [phone, speaker] = [await register('Phone', 'PHONE'), await register('Speaker', 'SPEAKER')];
  const events = ben.app.follow('PlaybackState');
  const tell = (deviceId: string, command: object) =>
    ben.app.data('ControlPlayback', { input: { commandId: randomUUID(), deviceId, ...command } });
  const next = async (fits: (playback: Playback) => boolean) =>
    playbackOf(await firstMatching(events, (answer) => fits(playbackOf(answer)), EVENT_TIMEOUT_MS));
  await tell(phone, { play: { playlistId } });
  await next(({ isPlaying, track }) => isPlaying && track?.title === 'Foam');
  await tell(speaker, { transferTo: { deviceId: speaker } });
  const moved = await next(({ activeDevice }) => activeDevice?.id === speaker);
  const { viewer } = await ben.app.data<{ viewer: { playback: Playback } }>('Playback');
  const drift = Math.abs(positionNow(moved) - positionNow(viewer.playback));
  if (drift > 50) throw new Error(`the devices are ${drift} ms apart`);
  await tell(speaker, { next: true });
  const { revision } = await next(({ track }) => track?.title === 'Tide');
  await events.return?.();
  return `phone to speaker, ${drift.toFixed(0)} ms apart, then Tide; revision ${revision}`;
}

async function heardToTheEnd(ben: Person, trackId: string): Promise<string> {
  const { track } = await ben.app.data<{ track: { stream: { hlsUrl: string } } }>('TrackForListening', { id: trackId });
  const began = Date.now();
  await playStream(track.stream.hlsUrl);
  const { renewStream } = await ben.app.data<{ renewStream: { stream: { hlsUrl: string } } }>('RenewStream', { input: { trackId } });
  const { segments } = await playStream(renewStream.stream.hlsUrl);
  const { registerDevice } = await ben.app.data<{ registerDevice: { device: { id: string } } }>('RegisterDevice', {
    input: { name: 'Phone', kind: 'PHONE' },
  });
  await sleep(Math.max(0, HEARD_MS - (Date.now() - began)));
  const input = { deviceId: registerDevice.device.id, trackId, positionMs: HEARD_MS, playedMs: HEARD_MS };
  await ben.app.data('ReportPlayback', { input });
  const deadline = performance.now() + COUNTED_TIMEOUT_MS;
  for (;;) {
    const counted = await ben.app.data<{ track: { playCount: number } }>('TrackForListening', { id: trackId });
    if (counted.track.playCount === 1) return `${segments} segments before and after the address was renewed; one play`;
    if (performance.now() > deadline) throw new Error(`${counted.track.playCount} plays are counted`);
    await sleep(POLL_MS);
  }
}

/** Ben listens: on two devices that never disagree, and to the end, which counts as a play. */
export async function listen({ step }: StoryTeller, ben: Person, playlistId: string, song: Song): Promise<void> {
  await step('the album on two devices', async () => ({ result: undefined, seen: await twoDevices(ben, playlistId) }));
  await step('Foam to its end, renewed on the way', async () => ({ result: undefined, seen: await heardToTheEnd(ben, song.trackId) }));
}
