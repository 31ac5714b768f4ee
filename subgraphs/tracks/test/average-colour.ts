import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Colours by name, as far as tests paint with them. */
const NAMES: Readonly<Record<string, string>> = { '100': 'red', '010': 'green', '001': 'blue', '111': 'white', '000': 'black' };
const HALF = 128;

/** The name of the average colour of a square in a picture, read by ffmpeg. */
export async function averageColour(
  path: string,
  { x, y, side }: { readonly x: number; readonly y: number; readonly side: number },
): Promise<string> {
  const filter = `crop=${side}:${side}:${x}:${y},scale=1:1:flags=area`;
  const { stdout } = await run('ffmpeg', ['-v', 'error', '-i', path, '-vf', filter, '-f', 'rawvideo', '-pix_fmt', 'rgb24', '-'], {
    encoding: 'buffer',
  });
  const key = Array.from(stdout.subarray(0, 3), (value) => (value >= HALF ? '1' : '0')).join('');
  return NAMES[key] ?? `rgb ${[...stdout].join(' ')}`;
}
