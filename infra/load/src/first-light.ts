import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openCommunity, type Person, send, signUp, storyTeller } from '@veza/local/story';
import { percentile } from './numbers/percentile.ts';
import { type ProcessedSong, processedSong } from './tracks/song.ts';
import { type MeasuredVeza, startMeasured } from './veza-process.ts';

const WARM_UP = 100;
const SAMPLES = 400;
const WARM_BOOTS = 5;
const SENDERS = 10;

const row = (name: string, value: string) => console.log(`| ${name.padEnd(52)} | ${value.padStart(24)} |`);
const ms = (value: number) => `${value.toFixed(1)} ms`;

async function timed(act: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await act();
  return performance.now() - startedAt;
}

/** One client, one operation after the other: what a person feels, not what the machine can take. */
async function latency(name: string, act: (round: number) => Promise<unknown>): Promise<void> {
  for (let round = 0; round < WARM_UP; round += 1) await act(-1 - round);
  const samples: number[] = [];
  for (let round = 0; round < SAMPLES; round += 1) samples.push(await timed(() => act(round)));
  row(`${name}, p50 / p95`, `${ms(percentile(samples, 0.5))} / ${ms(percentile(samples, 0.95))}`);
}

/** People with a channel each: nobody sends more than the burst that one person may. */
async function senders(url: string, ben: Person): Promise<readonly { readonly person: Person; readonly channelId: string }[]> {
  const all = [];
  for (let index = 0; index < SENDERS; index += 1) {
    const person = await signUp(url, `Sender${index}`);
    all.push({
      person,
      channelId: await openCommunity(
        storyTeller(() => undefined),
        person,
        ben,
      ),
    });
  }
  return all;
}

async function operations({ url }: MeasuredVeza, ada: Person, trackId: string): Promise<void> {
  const ben = await signUp(url, 'Ben');
  const talking = await senders(url, ben);
  await latency('Viewer', () => ada.app.data('Viewer'));
  await latency('ProfilePage (four subgraphs)', () => ben.app.data('ProfilePage', { username: ada.username }));
  await latency('TrackForListening', () => ben.app.data('TrackForListening', { id: trackId }));
  await latency('SendMessage', (round) => {
    const { person, channelId } = talking[Math.abs(round) % SENDERS]!;
    return send(person, { channelId, nonce: `bench ${round}`, content: `message ${round}` });
  });
  await latency('ChannelHistory (20 messages)', () => ben.app.data('ChannelHistory', { id: talking[0]!.channelId, last: 20 }));
}

async function song(veza: MeasuredVeza, folder: string): Promise<ProcessedSong> {
  const processed = await processedSong(veza, folder);
  const { readySeconds, cpuSeconds: cpu, bareCpuSeconds: bare } = processed;
  row('READY after, 3-minute song', `${readySeconds.toFixed(1)} s`);
  row('CPU of the whole pipeline / bare ffmpeg ladder', `${cpu.toFixed(1)} s / ${bare.toFixed(1)} s = ${(cpu / bare).toFixed(2)}`);
  return processed;
}

async function boots(dataDir: string): Promise<void> {
  const cold = await startMeasured(dataDir);
  row('boot, empty data folder', ms(cold.bootMs));
  await cold.stop();
  const warm: number[] = [];
  for (let round = 0; round < WARM_BOOTS; round += 1) {
    const veza = await startMeasured(dataDir);
    warm.push(veza.bootMs);
    await veza.stop();
  }
  row(`boot, data kept (median of ${WARM_BOOTS})`, ms(percentile(warm, 0.5)));
}

/** Boot times, latencies of five main operations, and what a song costs. */
export async function firstLight(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'veza-bench-'));
  console.log(`first light, ${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}\n`);
  try {
    await boots(join(folder, 'data'));
    const veza = await startMeasured(join(folder, 'data'));
    const { artist, trackId } = await song(veza, folder);
    await operations(veza, artist, trackId);
    await veza.stop();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
