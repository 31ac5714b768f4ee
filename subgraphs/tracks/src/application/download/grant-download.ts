import type { Clock, Id } from '@veza/kernel';
import { DOWNLOAD_SECONDS } from '../../domain/stream/stream-life.ts';
import type { Track } from '../../domain/track.ts';
import type { Listener, MediaSigner } from '../stream/ports.ts';

/** The file that a version of a track was made of. */
export interface OriginalFile {
  /** Display data, as its artist named it. */
  readonly filename: string;
  readonly byteSize: number;
  /** By signature. */
  readonly contentType: string;
}

/** Originals as they are read. */
export interface OriginalReader {
  /** Any number in one statement, by the id of the version. */
  findMany(assetIds: readonly string[]): Promise<ReadonlyMap<string, OriginalFile>>;
}

interface Dependencies {
  readonly signer: MediaSigner;
  readonly clock: Clock;
}

/** An original with an address for one listener. */
export interface Download extends OriginalFile {
  readonly url: string;
  readonly expiresAt: Date;
}

export type GrantDownload = ReturnType<typeof grantDownload>;

/** Whether somebody may have the file that a track was made of. */
export function mayDownload({ isDownloadable, artistId }: Track, userId: Id<'user'> | undefined): boolean {
  return isDownloadable || artistId === userId;
}

/** An address of an original, for 15 minutes. The caller has seen that the listener may have it. */
export function grantDownload({ signer, clock }: Dependencies) {
  return async (aid: string, original: OriginalFile, listener: Listener): Promise<Download> => {
    const issuedAt = clock();
    const expiresAt = new Date((Math.floor(issuedAt.getTime() / 1000) + DOWNLOAD_SECONDS) * 1000);
    const folder = await signer.sign({ scope: 'd', aid, listener, issuedAt, expiresAt });
    return { ...original, url: `${folder}/file`, expiresAt };
  };
}
