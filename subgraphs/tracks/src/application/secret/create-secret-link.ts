import { type Clock, err, type Id, ok, type Result } from '@veza/kernel';
import type { TrackFailure } from '../track/failure.ts';
import type { TracksUnitOfWork } from '../unit-of-work.ts';
import type { LinkSecrets } from './ports.ts';

interface Dependencies {
  readonly unitOfWork: TracksUnitOfWork;
  readonly secrets: LinkSecrets;
  readonly clock: Clock;
}

/** A link that an artist wants. */
export interface CreateSecretLinkCommand {
  readonly artistId: Id<'user'>;
  readonly trackId: Id<'track'>;
  /** Null for a link that does not end. */
  readonly expiresAt: Date | null;
}

/** A link with its secret, which is told this once. */
export interface NewSecretLink {
  readonly secret: string;
  readonly expiresAt: Date | null;
}

export type CreateSecretLink = ReturnType<typeof createSecretLink>;

/**
 * Makes the link by which others may hear an artist's own track, whoever may see it. The link that the track had ends, together with the
 * addresses that were granted so far. Fails with NOT_FOUND, and INVALID for an end that is not ahead.
 */
export function createSecretLink({ unitOfWork, secrets, clock }: Dependencies) {
  return ({ artistId, trackId, expiresAt }: CreateSecretLinkCommand): Promise<Result<NewSecretLink, TrackFailure>> =>
    unitOfWork(async ({ tracks, assets, secretLinks }): Promise<Result<NewSecretLink, TrackFailure>> => {
      const track = await tracks.lockOwn(trackId, artistId);
      if (!track) return err({ code: 'NOT_FOUND', path: ['trackId'] });
      const createdAt = clock();
      if (expiresAt !== null && expiresAt <= createdAt) return err({ code: 'INVALID', path: ['expiresAt'] });
      const { secret, hash: secretHash } = secrets.create();
      const hadOne = await secretLinks.replace({ trackId, secretHash, createdAt, expiresAt });
      if (hadOne && track.audio) await assets.revoke(track.audio.aid, createdAt);
      return ok({ secret, expiresAt });
    });
}
