import { err, ok } from '@veza/kernel';
import { dirname, join } from 'node:path';
import { access, constants } from 'node:fs/promises';
import { SAMPLE_RATE } from '../../domain/audio/ladder.ts';
import { MAX_OUTPUT_FILE_BYTES, MAX_PICTURE_FILE_BYTES, PROCESS_LIMITS, transcodingCpuSeconds } from '../../domain/audio/media-limits.ts';
import { waveformMeter } from '../../domain/audio/waveform.ts';
import type { Transcoder } from '../../application/transcoder.ts';
import { type ChildEnd, runChild } from './child-run.ts';
import { failureOf, loudnessOfSummary, probeOf } from './ffmpeg-answer.ts';
import { coverArguments, ladderArguments, pictureArguments, probeArguments } from './ffmpeg-command.ts';
import { sampleFeed } from './sample-feed.ts';
import { openSandbox, type Sandbox } from './sandbox.ts';

/** A run may take this many times its processor seconds before it is killed. */
const WALL_PER_CPU = 3;

interface SandboxedCommand {
  readonly command: readonly string[];
  readonly workingFolder: string;
  readonly cpuSeconds: number;
  /** Default: that of a segment. */
  readonly outputFileBytes?: number;
  readonly onOutput: (chunk: Buffer) => void;
  readonly signal: AbortSignal;
}

function runSandboxed(sandbox: Sandbox, { command, cpuSeconds, outputFileBytes, ...rest }: SandboxedCommand): Promise<ChildEnd> {
  const limits = { ...PROCESS_LIMITS, cpuSeconds, outputFileBytes: outputFileBytes ?? MAX_OUTPUT_FILE_BYTES };
  return runChild({ ...rest, command: sandbox.wrap(command, limits), wallMs: cpuSeconds * WALL_PER_CPU * 1000 });
}

/**
 * The transcoder on FFmpeg's command line programs, version 5.1 or newer.
 * @param ffmpegPath absolute; `ffprobe` lies in the same folder
 */
export async function ffmpegCliTranscoder(ffmpegPath: string): Promise<Transcoder> {
  const sandbox = await openSandbox();
  const ffprobePath = join(dirname(ffmpegPath), 'ffprobe');
  await access(ffmpegPath, constants.X_OK);
  await access(ffprobePath, constants.X_OK);
  /** Runs a command that writes pictures and says nothing. */
  const write = async (words: readonly string[], workingFolder: string, signal: AbortSignal) => {
    const command = [ffmpegPath, ...words];
    const limits = { cpuSeconds: PROCESS_LIMITS.pictureCpuSeconds, outputFileBytes: MAX_PICTURE_FILE_BYTES };
    const failure = failureOf(await runSandboxed(sandbox, { command, workingFolder, ...limits, onOutput: () => undefined, signal }));
    return failure ? err(failure) : ok(undefined);
  };

  return {
    name: ['ffmpeg-cli', ...sandbox.walls].join(' '),

    async probe(source, signal) {
      const output: Buffer[] = [];
      const end = await runSandboxed(sandbox, {
        command: [ffprobePath, ...probeArguments(source)],
        workingFolder: dirname(source.path),
        cpuSeconds: PROCESS_LIMITS.probeCpuSeconds,
        onOutput: (chunk) => void output.push(chunk),
        signal,
      });
      const failure = failureOf(end);
      return failure ? err(failure) : probeOf(Buffer.concat(output).toString('utf8'));
    },

    async run(job, onProgress, signal) {
      const meter = waveformMeter();
      const expected = (job.durationSeconds ?? 0) * SAMPLE_RATE;
      const feed = sampleFeed((samples) => {
        meter.add(samples);
        if (expected > 0) onProgress(Math.min(1, meter.sampleCount / expected));
      });
      const end = await runSandboxed(sandbox, {
        command: [ffmpegPath, ...ladderArguments(job)],
        workingFolder: job.outputFolder,
        cpuSeconds: transcodingCpuSeconds(job.durationSeconds),
        onOutput: feed,
        signal,
      });
      const failure = failureOf(end);
      if (failure) return err(failure);
      if (meter.sampleCount === 0) return err({ code: 'CORRUPT_MEDIA', detail: `nothing was decoded: ${end.errors}` });
      return ok({ sampleCount: meter.sampleCount, loudness: loudnessOfSummary(end.errors), waveform: meter.pairs() });
    },

    cover: (job, signal) => write(coverArguments(job), job.outputFolder, signal),
    picture: (job, signal) => write(pictureArguments(job), job.outputFolder, signal),
  };
}
