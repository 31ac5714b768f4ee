import type { EntityLookup } from '@veza/graphql';
import type { Clock } from '@veza/kernel';
import type { Database } from '@veza/postgres';
import type { Log } from '@veza/telemetry';
import { and, gt, inArray } from 'drizzle-orm';
import { setTimeout as sleep } from 'node:timers/promises';
import type { UploadCatalogue, UploadStanding } from '../../application/ports/attachment.ts';
import type { UserId } from '../../domain/community.ts';
import type { UploadId } from '../../domain/message/attachment.ts';
import { upload } from '../tables.ts';
import { CHAT_ATTACHMENT } from './on-upload-completed.ts';
import { type ToldUpload, toldUpload } from './told-upload.ts';

interface Dependencies {
  readonly database: Database;
  /** The tracks subgraph. */
  readonly tracks: EntityLookup;
  readonly clock: Clock;
  readonly log: Log;
}

/** Tracks keeps an upload that nothing uses for a day; what was told half a day ago is asked again. */
const BELIEVED_MS = 12 * 3_600_000;
const WAIT_MS = 2_000;
const LOOK_MS = 100;
const OPEN_STATES: readonly string[] = ['PENDING', 'RECEIVING'];
const FIELDS = 'state purpose ownerId filename contentType byteSize aid width height';

/** Uploads from the events of tracks. What they do not tell of is asked of tracks once; what is still open there is waited for. */
export function postgresUploadCatalogue({ database, tracks, clock, log }: Dependencies): UploadCatalogue {
  const known = async (ownerId: UserId, ids: readonly UploadId[]): Promise<ReadonlyMap<UploadId, UploadStanding>> => {
    const isFresh = gt(upload.knownAt, new Date(clock().getTime() - BELIEVED_MS));
    const rows = await database
      .select({ id: upload.id, ownerId: upload.ownerId, usedAt: upload.usedAt })
      .from(upload)
      .where(and(inArray(upload.id, [...ids]), isFresh));
    return new Map(rows.map((row) => [row.id, row.ownerId === ownerId && row.usedAt === null ? 'READY' : 'ABSENT']));
  };

  const keep = async (id: UploadId, { ownerId, state: _state, purpose: _purpose, aid, ...facts }: ToldUpload): Promise<void> => {
    if (aid === null) return;
    const knownAt = clock();
    const row = { id, ownerId, aid, ...facts, contentType: facts.contentType ?? 'application/octet-stream', knownAt };
    await database.insert(upload).values(row).onConflictDoUpdate({ target: upload.id, set: { knownAt } });
  };

  /** Keeps what is ready there; answers what is still to come. */
  const askOwner = async (ownerId: UserId, ids: readonly UploadId[]): Promise<readonly UploadId[]> => {
    try {
      const told = (await tracks.findMany('Upload', ids, FIELDS)).map(toldUpload);
      const open: UploadId[] = [];
      for (const [index, id] of ids.entries()) {
        const found = told[index];
        if (found?.purpose !== CHAT_ATTACHMENT || found.ownerId !== ownerId) continue;
        if (OPEN_STATES.includes(found.state)) open.push(id);
        else if (found.state === 'READY') await keep(id, found);
      }
      return open;
    } catch (error) {
      log.warn('chat.upload-lookup-failed', { error });
      return ids;
    }
  };

  return {
    async standings(ownerId, uploadIds) {
      let standings = await known(ownerId, uploadIds);
      const missing = uploadIds.filter((id) => !standings.has(id));
      const open = missing.length === 0 ? [] : await askOwner(ownerId, missing);
      if (missing.length > 0) standings = await known(ownerId, uploadIds);
      for (let waitedMs = 0; waitedMs < WAIT_MS && open.some((id) => !standings.has(id)); waitedMs += LOOK_MS) {
        await sleep(LOOK_MS);
        standings = await known(ownerId, uploadIds);
      }
      return uploadIds.map((id) => standings.get(id) ?? (open.includes(id) ? 'NOT_READY' : 'ABSENT'));
    },
  };
}
