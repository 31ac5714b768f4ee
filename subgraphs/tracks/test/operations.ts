import type { UserCaller } from '@veza/auth';
import { toUuid } from '@veza/kernel';
import { waitUntil } from '@veza/testing';
import { Upload as TusUpload } from 'tus-js-client';
import type { OpenTracks } from './tracks-fixture.ts';

const CREATE_UPLOAD = /* GraphQL */ `
  mutation CreateUpload($input: CreateUploadInput!) {
    createUpload(input: $input) {
      upload {
        id
        url
        expiresAt
        state
      }
      userErrors {
        code
        path
      }
    }
  }
`;
const CREATE_TRACK = /* GraphQL */ `
  mutation CreateTrack($input: CreateTrackInput!) {
    createTrack(input: $input) {
      track {
        id
        title
        visibility
        processing {
          state
          progress
        }
      }
      userErrors {
        code
        path
      }
    }
  }
`;
const PROCESSING = /* GraphQL */ `
  query Processing($id: ID!) {
    track(id: $id) {
      processing {
        state
        progress
        failure {
          code
          message
        }
      }
    }
  }
`;

/** A refusal as tests look at it. */
export interface UserErrorAnswer {
  readonly code: string;
  readonly path: readonly string[] | null;
}

interface CreateUploadAnswer {
  readonly createUpload: {
    readonly upload: { readonly id: string; readonly url: string | null; readonly expiresAt: string | null; readonly state: string } | null;
    readonly userErrors: readonly UserErrorAnswer[];
  };
}

interface CreateTrackAnswer {
  readonly createTrack: {
    readonly track: { readonly id: string; readonly title: string } | null;
    readonly userErrors: readonly UserErrorAnswer[];
  };
}

interface ProcessingAnswer {
  readonly track: {
    readonly processing: {
      readonly state: string;
      readonly progress: number;
      readonly failure: { readonly code: string; readonly message: string } | null;
    };
  } | null;
}

/** Announces a file. */
export async function createUpload(tracks: OpenTracks, owner: UserCaller, input: Record<string, unknown>) {
  const defaults = { purpose: 'TRACK_AUDIO', filename: 'song.wav', contentType: 'audio/wav' };
  const { data } = await tracks.execute<CreateUploadAnswer>(CREATE_UPLOAD, { input: { ...defaults, ...input } }, owner);
  return data!.createUpload;
}

/** Sends bytes with a stock tus client, from wherever the server is. */
export function send(url: string, bytes: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    new TusUpload(bytes, { uploadUrl: url, retryDelays: null, onError: reject, onSuccess: () => resolve() }).start();
  });
}

/** A complete upload; answers its id. */
export async function uploaded(tracks: OpenTracks, owner: UserCaller, bytes: Buffer, input: Record<string, unknown> = {}): Promise<string> {
  const { upload } = await createUpload(tracks, owner, { byteSize: bytes.length, ...input });
  if (!upload) throw new Error('the upload was refused');
  await send(upload.url!, bytes);
  return upload.id;
}

/** Makes a track of an upload. */
export async function createTrack(tracks: OpenTracks, owner: UserCaller, input: Record<string, unknown>) {
  const { data } = await tracks.execute<CreateTrackAnswer>(CREATE_TRACK, { input }, owner);
  return data!.createTrack;
}

/** Waits until the newest version of a track is READY or FAILED. */
export async function processed(tracks: OpenTracks, owner: UserCaller, id: string, timeoutMs = 40_000) {
  return waitUntil(
    async () => {
      const { data } = await tracks.execute<ProcessingAnswer>(PROCESSING, { id }, owner);
      const processing = data?.track?.processing;
      return processing && (processing.state === 'READY' || processing.state === 'FAILED') ? processing : undefined;
    },
    { timeoutMs, intervalMs: 50 },
  );
}

/** A track that can be heard; answers its id. */
export async function readyTrack(
  tracks: OpenTracks,
  owner: UserCaller,
  bytes: Buffer,
  input: Record<string, unknown> = {},
): Promise<string> {
  const uploadId = await uploaded(tracks, owner, bytes);
  const { track } = await createTrack(tracks, owner, { uploadId, visibility: 'PUBLIC', title: 'Song', ...input });
  const { state, failure } = await processed(tracks, owner, track!.id);
  if (state !== 'READY') throw new Error(`${state} ${failure?.code}`);
  return track!.id;
}

/** A track that can be heard as far as the database knows, without any sound; answers its id. For idle subgraphs. */
export async function silentTrack(
  tracks: OpenTracks,
  owner: UserCaller,
  { durationMs = 1_000, ...input }: { readonly durationMs?: number } & Record<string, unknown> = {},
): Promise<string> {
  const uploadId = await uploaded(tracks, owner, Buffer.from('no music'));
  const { track } = await createTrack(tracks, owner, { uploadId, visibility: 'PUBLIC', title: 'Song', ...input });
  const id = toUuid('track', track!.id);
  const { admin } = tracks.database;
  await admin`
    update asset set state = 'READY', progress = 1, duration_ms = ${durationMs}, sample_count = 48000, waveform = decode(repeat('00', 4000), 'hex'), renditions = '[]'
    where track_id = ${id}`;
  await admin`update track set ready_at = now(), current_asset_id = newest_asset_id where id = ${id}`;
  return track!.id;
}
