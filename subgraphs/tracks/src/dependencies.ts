import type { BlobStore } from '@veza/blobs';
import type { JobQueue } from '@veza/jobs';
import type { Clock, NewId, RandomBytes } from '@veza/kernel';
import type { RateLimiter } from '@veza/key-value';
import type { EventBus, EventLog } from '@veza/messaging';
import type { Database } from '@veza/postgres';
import type { Log } from '@veza/telemetry';
import type { Transcoder } from './application/transcoder.ts';
import type { UploadLimits } from './domain/upload.ts';

/** Secrets of 32 bytes each; they survive restarts, and are the same on every node. */
export interface TracksKeys {
  /** Signs the addresses of uploads. Another one ends all that were handed out. */
  readonly upload: Uint8Array;
  /** Seals the keys that sign media addresses, and makes the pseudonyms in them and the ids of pictures. Another one makes the stored keys unreadable. */
  readonly media: Uint8Array;
}

/** What the subgraph stands on. */
export interface TracksDependencies {
  /** Opened on the schema `tracks`. */
  readonly database: Database;
  readonly eventLog: EventLog;
  readonly eventBus: EventBus;
  readonly rateLimiter: RateLimiter;
  readonly blobs: BlobStore;
  /** On the same schema. */
  readonly jobs: JobQueue;
  /** Undefined where audio cannot be processed: uploads are taken, and their tracks wait. */
  readonly transcoder: Transcoder | undefined;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly random: RandomBytes;
  readonly log: Log;
  readonly keys: TracksKeys;
  /** Signs the cursors of connections. */
  readonly cursorSecret: Uint8Array;
  /** Absolute; bytes of uploads until they are used. */
  readonly uploadFolder: string;
  /** Absolute and of this process alone: its parts are emptied before their first use. */
  readonly workFolder: string;
  /** Where `/uploads`, `/m` and `/i` are reached from outside, without a slash at its end. */
  readonly mediaUrl: string;
  /** Origin of this installation, without a slash at its end. */
  readonly publicUrl: string;
  /** Tracks that are processed at the same time. Default: one less than there are processors, at least 1. */
  readonly transcodingWorkers?: number;
  /** Default: `UPLOAD_LIMITS`. */
  readonly uploadLimits?: UploadLimits;
}
