import { err, ok, type Result } from '@veza/kernel';
import type { Log } from '@veza/telemetry';
import { SAMPLE_RATE } from '../../domain/audio/ladder.ts';
import { PROGRESS, transcodingProgress } from '../../domain/audio/processing.ts';
import { BrokenLadder } from '../../domain/stream/rendition.ts';
import { loggable } from '../loggable.ts';
import type { LadderResult, MediaFailure, Transcoder } from '../transcoder.ts';
import type { EmbeddedPicture } from './embedded-picture.ts';
import type { FailAsset } from './fail-asset.ts';
import { judgeDecoded, type JudgedSource, judgeSource } from './judge-source.ts';
import type { Asset, AssetFiles, AssetProgress, WorkFolder } from './ports.ts';
import { progressWriter } from './progress-writer.ts';
import type { PublishAsset } from './publish-asset.ts';
import { storeLadder } from './store-ladder.ts';

interface Dependencies {
  readonly progress: AssetProgress;
  readonly files: AssetFiles;
  readonly publishAsset: PublishAsset;
  readonly failAsset: FailAsset;
  readonly embeddedPicture: EmbeddedPicture;
  /** Removes the files of a picture. */
  readonly removeImage: (imageId: string) => Promise<void>;
  readonly transcoder: Transcoder | undefined;
  readonly nowMs: () => number;
  readonly log: Log;
}

type Transcoded = JudgedSource & { readonly ladder: LadderResult };
export type ProcessAsset = ReturnType<typeof processAsset>;

/** A version that is to be made ready, in a folder of its own. */
interface Work {
  readonly asset: Asset;
  readonly folder: WorkFolder;
  readonly transcoder: Transcoder;
  readonly signal: AbortSignal;
}

/** Processes that crash are given a second chance in a new folder. */
const TRIES = 2;
const UNAVAILABLE: MediaFailure = { code: 'TRANSCODER_UNAVAILABLE', detail: 'no adapter' };

/**
 * Makes a version of a track's audio ready: source into a folder of its own, probe, ladder, playlists, store, publish.
 * A file that is to blame ends as FAILED with its code; an outage is thrown, and the job comes again. Repeatable from any point: whatever
 * an earlier run left is made anew, and nothing is visible before `publishAsset`.
 */
export function processAsset(dependencies: Dependencies) {
  const { progress, files, publishAsset, failAsset, transcoder, nowMs, log } = dependencies;

  async function transcode({ asset, folder, transcoder: tool, signal }: Work): Promise<Result<Transcoded, MediaFailure>> {
    await progress.record(asset, 'PROBING', PROGRESS.PROBING);
    const judged = await judgeSource(folder, tool, signal);
    if (!judged.ok) return judged;
    await progress.record(asset, 'TRANSCODING', PROGRESS.TRANSCODING);
    const writer = progressWriter(
      (value) => progress.record(asset, 'TRANSCODING', value),
      nowMs,
      (error) => log.warn('tracks.progress-not-recorded', { assetId: asset.id, error }),
    );
    const { source, rungs, probe } = judged.value;
    const job = { source, rungs, outputFolder: folder.outputFolder, durationSeconds: probe.durationSeconds };
    const ladder = await tool.run(job, (fraction) => writer.tell(transcodingProgress(fraction)), signal);
    await writer.settled();
    if (!ladder.ok) return ladder;
    const problem = judgeDecoded(judged.value, ladder.value.sampleCount);
    return problem ? err(problem) : ok({ ...judged.value, ladder: ladder.value });
  }

  async function publish(work: Work, transcoded: Transcoded): Promise<void> {
    const { asset, folder } = work;
    const { rungs, probe, ladder } = transcoded;
    await progress.record(asset, 'PUBLISHING', PROGRESS.PUBLISHING);
    const cover = await dependencies.embeddedPicture({ ...work, judged: transcoded });
    const { sampleCount, loudness, waveform } = ladder;
    const stored = await storeLadder(asset.id, folder, rungs, { sampleCount, files });
    const durationMs = Math.round((sampleCount * 1000) / SAMPLE_RATE);
    const audio = { durationMs, sampleCount, loudness, waveform, renditions: stored.renditions };
    const isPublished = await publishAsset({ asset, audio, files: stored.files, suggested: { title: probe.title, cover } });
    if (isPublished) return;
    const now = await progress.find(asset.id);
    if (!now?.isRetired) return;
    await files.remove(asset);
    if (cover) await dependencies.removeImage(cover.id);
  }

  async function attempt(asset: Asset, tool: Transcoder, signal: AbortSignal): Promise<MediaFailure | undefined> {
    const folder = await files.checkOut(asset);
    try {
      const work = { asset, folder, transcoder: tool, signal };
      const transcoded = await transcode(work);
      if (!transcoded.ok) return transcoded.error;
      await publish(work, transcoded.value);
      return undefined;
    } catch (error) {
      if (error instanceof BrokenLadder) return { code: 'PROCESSING_CRASHED', detail: error.message };
      throw error;
    } finally {
      await folder.remove();
    }
  }

  async function attempts(asset: Asset, signal: AbortSignal): Promise<MediaFailure | undefined> {
    if (!transcoder) return UNAVAILABLE;
    let failure: MediaFailure | undefined;
    for (let tries = 0; tries < TRIES; tries += 1) {
      failure = await attempt(asset, transcoder, signal);
      if (failure?.code !== 'PROCESSING_CRASHED') return failure;
    }
    return failure;
  }

  return async (assetId: string, signal: AbortSignal): Promise<void> => {
    const asset = await progress.find(assetId);
    if (!asset || asset.isRetired || asset.state === 'READY' || asset.state === 'FAILED') return;
    const startedAtMs = nowMs();
    const failure = await attempts(asset, signal);
    const facts = { trackId: asset.trackId, assetId, durationMs: Math.round(nowMs() - startedAtMs) };
    if (!failure) {
      log.info('tracks.asset-ready', facts);
      return;
    }
    log.warn('tracks.asset-failed', { ...facts, code: failure.code, detail: loggable(failure.detail) });
    await failAsset(asset, failure.code);
  };
}
