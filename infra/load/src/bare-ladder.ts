import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cpuSeconds } from './process/cpu-time.ts';

/** Bit rates of the ladder, the same as Veza's. */
const RUNGS = ['64k', '160k', '256k'];

/** CPU seconds that bare ffmpeg needs for the same ladder: three AAC renditions at 48 kHz in CMAF segments, nothing else. */
export async function bareLadderCpuSeconds(input: string): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'veza-bare-'));
  const before = cpuSeconds('self');
  const maps = RUNGS.flatMap(() => ['-map', '0:a:0']);
  const rates = RUNGS.flatMap((rate, index) => [`-b:a:${index}`, rate]);
  const ffmpeg = spawn(
    'ffmpeg',
    [
      '-nostdin',
      '-v',
      'error',
      '-i',
      input,
      ...maps,
      '-c:a',
      'aac',
      '-ac',
      '2',
      '-ar',
      '48000',
      ...rates,
      '-f',
      'dash',
      '-seg_duration',
      '4.096',
      join(folder, 'out.mpd'),
    ],
    { stdio: 'inherit' },
  );
  const [code] = (await once(ffmpeg, 'exit')) as [number];
  rmSync(folder, { recursive: true, force: true });
  if (code !== 0) throw new Error(`bare ffmpeg ended with ${code}`);
  return cpuSeconds('self') - before;
}
