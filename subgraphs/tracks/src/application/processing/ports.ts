import type { Id } from '@veza/kernel';
import type { AudioFormatName } from '../../domain/audio/audio-format.ts';
import type { Loudness } from '../../domain/audio/loudness.ts';
import type { ProcessingFailureCode, ProcessingState } from '../../domain/audio/processing.ts';
import type { StreamRendition } from '../../domain/track.ts';

/** A version of a track's audio, as its worker knows it. */
export interface Asset {
  readonly id: string;
  readonly trackId: Id<'track'>;
  readonly aid: string;
  readonly uploadId: Id<'upload'>;
  readonly state: ProcessingState;
  readonly isRetired: boolean;
}

/** A version that is about to be made. */
export interface NewAsset {
  readonly id: string;
  readonly trackId: Id<'track'>;
  readonly aid: string;
  readonly uploadId: Id<'upload'>;
  readonly createdAt: Date;
}

/** What processing found out. */
export interface ProcessedAudio {
  readonly durationMs: number;
  /** At 48 kHz. */
  readonly sampleCount: number;
  readonly loudness: Loudness;
  readonly waveform: Int8Array;
  readonly renditions: readonly StreamRendition[];
}

/** A file that was stored for serving. */
export interface StoredFile {
  readonly name: string;
  readonly contentType: string;
  readonly byteSize: number;
  /** Lower-case hex. */
  readonly sha256: string;
}

/** Versions of audio inside a transaction. */
export interface AssetRepository {
  insert(asset: NewAsset): Promise<void>;
  lock(id: string): Promise<Asset | undefined>;
  /** READY, with all its files. */
  publish(id: string, audio: ProcessedAudio, files: readonly StoredFile[], at: Date): Promise<void>;
  fail(id: string, code: ProcessingFailureCode, at: Date): Promise<void>;
  /** Versions of an artist's tracks that are neither ready nor failed. */
  countUnfinished(artistId: Id<'user'>): Promise<number>;
  /** Back to QUEUED; progress stays. */
  requeue(id: string, at: Date): Promise<void>;
  /** No longer served: tokens that were issued until now are refused. */
  revoke(aid: string, at: Date): Promise<void>;
  /** Retires every version of a track but one, and revokes them. Answers their ids. */
  retireOthers(trackId: Id<'track'>, keptId: string | undefined, at: Date): Promise<readonly string[]>;
}

/** Progress outside of transactions; the row is the truth, the hint only saves a look. */
export interface AssetProgress {
  find(id: string): Promise<Asset | undefined>;
  /** Never lowers the progress; does nothing to a version that is READY or FAILED. */
  record(asset: Pick<Asset, 'id' | 'trackId'>, state: ProcessingState, progress: number): Promise<void>;
  /** Versions without a live worker, and those that failed for want of a transcoder when there is one now. */
  findWaiting(lostBefore: Date, hasTranscoder: boolean): Promise<readonly { readonly assetId: string; readonly artistId: Id<'user'> }[]>;
  /** Versions that failed for good before an instant and still keep their source. */
  findFailed(failedBefore: Date): Promise<readonly Asset[]>;
}

/** Tells followers that a track's processing moved. Lossy. */
export interface ProcessingHints {
  publish(trackId: Id<'track'>): void;
  /** One item for each hint, until `signal` aborts. */
  subscribe(trackId: Id<'track'>, signal: AbortSignal): AsyncIterable<unknown>;
}

/** Files of versions: sources, and what is served. */
export interface AssetFiles {
  /** Copies the source into a fresh folder that nobody else sees. The first time, the source is taken out of its upload. */
  checkOut(asset: Pick<Asset, 'id' | 'uploadId'>): Promise<WorkFolder>;
  putFile(assetId: string, file: ServedFile): Promise<StoredFile>;
  /** Removes source and served files. */
  remove(asset: Pick<Asset, 'id' | 'uploadId'>): Promise<void>;
}

/** A file to be served: text, or one that lies in a work folder. */
export interface ServedFile {
  readonly name: string;
  readonly contentType: string;
  readonly content: { readonly text: string } | { readonly path: string };
}

/** A folder for one job: one file to read, one empty folder to write to. */
export interface WorkFolder {
  readonly sourcePath: string;
  readonly outputFolder: string;
  /** By our own sniffer; undefined for what it does not know. */
  sourceFormat(): Promise<AudioFormatName | undefined>;
  /** Segments of the rung at a place, in order. Rejects with BrokenLadder when they are missing or no segments. */
  readRung(index: number): Promise<WrittenRung>;
  remove(): Promise<void>;
}

/** What a transcoder wrote of one rung. */
export interface WrittenRung {
  readonly init: WrittenFile;
  readonly segments: readonly WrittenSegment[];
}

/** A file in a work folder. */
export interface WrittenFile {
  readonly path: string;
  readonly byteSize: number;
}

/** A media segment in a work folder, taken apart. */
export interface WrittenSegment extends WrittenFile {
  /** @see SegmentTiming */
  readonly timing: { readonly decodeTime: number; readonly frames: number };
}
