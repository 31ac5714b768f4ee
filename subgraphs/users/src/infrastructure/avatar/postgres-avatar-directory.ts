import type { EntityLookup } from '@veza/graphql';
import type { Clock, Id } from '@veza/kernel';
import type { Queryable } from '@veza/postgres';
import { and, eq, gt } from 'drizzle-orm';
import type { AvatarDirectory, KnownAvatar } from '../../application/avatar/ports.ts';
import { knownAvatars } from '../tables.ts';

/** Where pictures of people are known. */
export interface AvatarSources {
  readonly database: Queryable;
  readonly tracks: EntityLookup;
  readonly clock: Clock;
}

/** What uploads of such pictures are made for. */
export const AVATAR = 'AVATAR';

/** Tracks keeps a picture that nothing uses for a day; what was told half a day ago is asked again. */
const BELIEVED_MS = 12 * 3_600_000;
const OPEN_STATES = ['PENDING', 'RECEIVING'];

/** What tracks tells a service of an upload. */
interface ToldUpload {
  readonly state: string;
  readonly purpose: string;
  readonly ownerId: Id<'user'>;
  readonly imageId: string | null;
}

/** Finished pictures from the projection; one that it misses, or has had for long, is asked of tracks, and kept when it is finished. */
export function postgresAvatarDirectory({ database, tracks, clock }: AvatarSources): AvatarDirectory {
  const ask = async (uploadId: Id<'upload'>): Promise<KnownAvatar | undefined> => {
    const [entity] = await tracks.findMany('Upload', [uploadId], 'state purpose ownerId imageId');
    const told = entity as ToldUpload | null | undefined;
    if (told?.purpose !== AVATAR) return undefined;
    const { ownerId, imageId, state } = told;
    if (OPEN_STATES.includes(state)) return { ownerId, avatar: undefined };
    if (state !== 'READY' || imageId === null) return undefined;
    const knownAt = clock();
    const known = { uploadId, ownerId, imageId, knownAt };
    await database.insert(knownAvatars).values(known).onConflictDoUpdate({ target: knownAvatars.uploadId, set: { knownAt } });
    return { ownerId, avatar: { uploadId, imageId } };
  };

  return {
    async find(uploadId) {
      const isFresh = gt(knownAvatars.knownAt, new Date(clock().getTime() - BELIEVED_MS));
      const [row] = await database
        .select()
        .from(knownAvatars)
        .where(and(eq(knownAvatars.uploadId, uploadId), isFresh));
      return row ? { ownerId: row.ownerId, avatar: { uploadId, imageId: row.imageId } } : ask(uploadId);
    },
  };
}
