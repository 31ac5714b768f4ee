import { createTrack, createUpload, type Person, processed, signUp, upload, wavSong } from '@veza/local/story';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bareLadderCpuSeconds } from '../bare-ladder.ts';
import { cpuSeconds } from '../process/cpu-time.ts';
import type { MeasuredVeza } from '../veza-process.ts';

/** Length of the song, in seconds. */
export const SONG_SECONDS = 180;

/** A song that was made ready, and what it took. */
export interface ProcessedSong {
  readonly artist: Person;
  readonly trackId: string;
  /** From `createTrack` to READY; nothing can be played before, and everything after. */
  readonly readySeconds: number;
  /** Of Veza and all that it started. */
  readonly cpuSeconds: number;
  /** Of bare ffmpeg for the same renditions. */
  readonly bareCpuSeconds: number;
}

/** Uploads a song of three minutes, has it processed, and has bare ffmpeg do the same. @param folder for its file */
export async function processedSong({ url, pid }: MeasuredVeza, folder: string): Promise<ProcessedSong> {
  const artist = await signUp(url, 'Ada');
  const bytes = wavSong({ seconds: SONG_SECONDS });
  const file = join(folder, 'song.wav');
  writeFileSync(file, bytes);
  const created = await createUpload(artist.app, 'song.wav', bytes.length);
  await upload(created.url, bytes);
  const before = cpuSeconds(pid);
  const startedAt = performance.now();
  const trackId = await createTrack(artist.app, created.id, 'Three minutes');
  const { state } = await processed(artist.app, trackId);
  if (state !== 'READY') throw new Error(`processing ended in ${state}`);
  const readySeconds = (performance.now() - startedAt) / 1_000;
  const used = cpuSeconds(pid) - before;
  return { artist, trackId, readySeconds, cpuSeconds: used, bareCpuSeconds: await bareLadderCpuSeconds(file) };
}
