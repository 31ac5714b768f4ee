import { createTrack, createUpload, type Person, processed, signUp, upload, wavSong } from '@veza/local/story';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { bareLadderCpuSeconds } from '../bare-ladder.ts';
import { cpuSeconds } from '../process/cpu-time.ts';
import type { MeasuredVeza } from '../veza-process.ts';

/** Length of the song, in seconds. */
export const SONG_SECONDS = 180;

const REST_SECONDS = 10;

/** A song that was made ready, and what it took. */
export interface ProcessedSong {
  readonly artist: Person;
  readonly trackId: string;
  /** From `createTrack` to READY; nothing can be played before, and everything after. */
  readonly readySeconds: number;
  /** Of Veza and all that it started, without what the server uses at rest. */
  readonly cpuSeconds: number;
  /** Of bare ffmpeg for the same renditions. */
  readonly bareCpuSeconds: number;
}

/** Seconds of CPU that a process uses in a second while nobody asks it for anything. */
async function cpuAtRest(pid: number): Promise<number> {
  const before = cpuSeconds(pid);
  await sleep(REST_SECONDS * 1_000);
  return (cpuSeconds(pid) - before) / REST_SECONDS;
}

/** Uploads a song of three minutes, has it processed, and has bare ffmpeg do the same. @param folder for its file */
export async function processedSong({ url, pid }: MeasuredVeza, folder: string): Promise<ProcessedSong> {
  const artist = await signUp(url, 'Ada');
  const bytes = wavSong({ seconds: SONG_SECONDS });
  const file = join(folder, 'song.wav');
  writeFileSync(file, bytes);
  const created = await createUpload(artist.app, 'song.wav', bytes.length);
  await upload(created.url, bytes);
  const atRest = await cpuAtRest(pid);
  const before = cpuSeconds(pid);
  const startedAt = performance.now();
  const trackId = await createTrack(artist.app, created.id, 'Three minutes');
  const { state } = await processed(artist.app, trackId);
  if (state !== 'READY') throw new Error(`processing ended in ${state}`);
  const readySeconds = (performance.now() - startedAt) / 1_000;
  const used = cpuSeconds(pid) - before - atRest * readySeconds;
  return { artist, trackId, readySeconds, cpuSeconds: used, bareCpuSeconds: await bareLadderCpuSeconds(file) };
}
