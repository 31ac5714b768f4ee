import type { Queryable } from '@veza/postgres';
import { and, eq, isNull } from 'drizzle-orm';
import type { AvatarRepository } from '../../application/avatar/ports.ts';
import { knownAvatars } from '../tables.ts';

/** Uses of pictures; each is used once. */
export function postgresAvatarRepository(database: Queryable): AvatarRepository {
  return {
    async use(uploadId, usedAt) {
      const isFree = and(eq(knownAvatars.uploadId, uploadId), isNull(knownAvatars.usedAt));
      return (await database.update(knownAvatars).set({ usedAt }).where(isFree).returning()).length > 0;
    },
  };
}
