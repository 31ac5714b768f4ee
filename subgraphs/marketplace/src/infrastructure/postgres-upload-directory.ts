import type { EntityLookup } from '@veza/graphql';
import type { Id } from '@veza/kernel';
import type { Database } from '@veza/postgres';
import { inArray } from 'drizzle-orm';
import type { KnownUpload, UploadDirectory } from '../application/ports.ts';
import { knownUpload } from './tables.ts';

/** Where uploads are known. */
export interface UploadSources {
  readonly database: Database;
  readonly tracks: EntityLookup;
}

/** What uploads of listings are made for. */
export const LISTING_FILE = 'LISTING_FILE';

/** What tracks tells a service of an upload. */
type ToldUpload = { readonly id: Id<'upload'>; readonly state: string; readonly purpose: string; readonly ownerId: Id<'user'> };

const told = (entity: Readonly<Record<string, unknown>> | null): readonly KnownUpload[] => {
  const upload = entity as ToldUpload | null;
  if (upload?.purpose !== LISTING_FILE) return [];
  return [{ id: upload.id, ownerId: upload.ownerId, isReady: upload.state === 'READY' }];
};

/** Finished uploads from the projection; those that it misses are asked of tracks, all at once, and kept when they are finished. */
export function postgresUploadDirectory({ database, tracks }: UploadSources): UploadDirectory {
  return {
    async findMany(ids) {
      const rows = await database
        .select()
        .from(knownUpload)
        .where(inArray(knownUpload.id, [...ids]));
      const found = new Map<string, KnownUpload>(rows.map((row) => [row.id, { ...row, isReady: true }]));
      const missing = ids.filter((id) => !found.has(id));
      const asked = missing.length > 0 ? (await tracks.findMany('Upload', missing, 'id state purpose ownerId')).flatMap(told) : [];
      const finished = asked.filter(({ isReady }) => isReady).map(({ id, ownerId }) => ({ id, ownerId }));
      if (finished.length > 0) await database.insert(knownUpload).values(finished).onConflictDoNothing();
      for (const upload of asked) found.set(upload.id, upload);
      return ids.map((id) => found.get(id));
    },
  };
}
