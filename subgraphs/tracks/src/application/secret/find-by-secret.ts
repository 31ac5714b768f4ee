import type { Track } from '../../domain/track.ts';
import type { TrackReader } from '../track/ports.ts';
import type { LinkSecrets } from './ports.ts';

export type FindBySecret = ReturnType<typeof findBySecret>;

/** The track that a secret opens, whoever may see it otherwise; undefined for a secret that never was, ended or was replaced. */
export function findBySecret(tracks: Pick<TrackReader, 'findBySecretHash'>, secrets: Pick<LinkSecrets, 'hashOf'>) {
  return async (secret: string): Promise<Track | undefined> => {
    const hash = secrets.hashOf(secret);
    return hash && tracks.findBySecretHash(hash);
  };
}
