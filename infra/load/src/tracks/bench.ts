import { appClient } from '@veza/local/story';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { percentile } from '../numbers/percentile.ts';
import { markdownTable } from '../numbers/table.ts';
import { type MeasuredVeza, startMeasured } from '../veza-process.ts';
import { fillCatalogue, titleOf } from './catalogue.ts';
import { commandToEvent } from './playback.ts';
import { servedSegments } from './serving.ts';
import { type ProcessedSong, processedSong, SONG_SECONDS } from './song.ts';

const CATALOGUE = 10_000;
const SEARCHES = 300;
const COMMANDS = 200;
/** Searches before those that count. */
const WARM_UP = 20;

const ms = (value: number) => `${value.toFixed(1)} ms`;
const ratio = (value: number) => value.toFixed(2);

/** One search after the other: one word, two, the beginning of one, and one with a mistake. */
async function searches(url: string): Promise<readonly number[]> {
  const anybody = appClient(url);
  const samples: number[] = [];
  for (let turn = -WARM_UP; turn < SEARCHES; turn += 1) {
    const [first = '', second = ''] = titleOf(Math.abs(turn) * 31);
    const query = [first, `${first} ${second}`, first.slice(0, 4), `${first.slice(0, -2)}x${first.slice(-1)}`][Math.abs(turn) % 4]!;
    const startedAt = performance.now();
    await anybody.data('SearchTracks', { query, first: 20 });
    if (turn >= 0) samples.push(performance.now() - startedAt);
  }
  return samples;
}

function songRows({ readySeconds, cpuSeconds, bareCpuSeconds }: ProcessedSong): readonly (readonly string[])[] {
  const playable = 0.15 * SONG_SECONDS + 5;
  return [
    [
      'CPU of the pipeline / of bare ffmpeg, same renditions',
      `${cpuSeconds.toFixed(1)} s / ${bareCpuSeconds.toFixed(1)} s = ${ratio(cpuSeconds / bareCpuSeconds)}`,
      '≤ 1.15',
    ],
    [`first segment playable, song of ${SONG_SECONDS} s`, `${readySeconds.toFixed(1)} s`, `≤ ${playable} s`],
  ];
}

async function serving(veza: MeasuredVeza, { artist, trackId }: ProcessedSong, folder: string): Promise<void> {
  const { track } = await artist.app.data<{ track: { stream: { hlsUrl: string } } }>('TrackForListening', { id: trackId });
  const served = await servedSegments(veza, track.stream.hlsUrl, folder);
  const [alone] = served;
  const rows = served.map(({ name, requestsPerSecond, megabytesPerSecond, cpuMs, p99 }) => [
    name,
    requestsPerSecond.toFixed(0),
    megabytesPerSecond.toFixed(0),
    cpuMs.toFixed(3),
    p99.toFixed(1),
    ratio(requestsPerSecond / alone!.requestsPerSecond),
  ]);
  console.log(
    `\n${markdownTable(['segments of 83 kB, 64 connections', 'requests/s', 'MB/s', 'CPU ms/request', 'p99 ms', 'of nginx'], rows)}`,
  );
  console.log('\nGoals: Veza ≥ 0.50, its nginx in front ≥ 0.95.');
}

/** What a song costs on its way, how fast it is found and sent, and how soon another device knows. */
export async function tracksBench(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'veza-bench-'));
  console.log(`tracks, ${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}\n`);
  const dataDir = join(folder, 'data');
  const veza = await startMeasured(dataDir);
  try {
    const song = await processedSong(veza, folder);
    await fillCatalogue(dataDir, CATALOGUE);
    const found = await searches(veza.url);
    const told = await commandToEvent(song.artist, song.trackId, COMMANDS);
    const rows = [
      ...songRows(song),
      [`search over ${CATALOGUE} tracks, p50 / p95`, `${ms(percentile(found, 0.5))} / ${ms(percentile(found, 0.95))}`, 'p95 < 20 ms'],
      ['command to event on another device, p50 / p95', `${ms(percentile(told, 0.5))} / ${ms(percentile(told, 0.95))}`, 'p95 < 20 ms'],
    ];
    console.log(markdownTable(['what', 'seen', 'goal'], rows));
    await serving(veza, song, folder);
  } finally {
    await veza.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
