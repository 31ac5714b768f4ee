import type { Id } from '@veza/kernel';
import type { EntityLookup } from '@veza/graphql';
import type { Database } from '@veza/postgres';
import { inArray } from 'drizzle-orm';
import type { SubjectDirectory } from '../../application/ports.ts';
import { isUnfinished, type Subject, type SubjectId } from '../../domain/subject.ts';
import { findComments } from '../comment/find-comments.ts';
import { keepSubject, subjectOf } from './known-subject-row.ts';
import { subjectUuid } from './subject-uuid.ts';
import { listingSubject, trackSubject } from './subject-of-owner.ts';
import { knownSubject } from '../tables.ts';

/** Where subjects come from. */
export interface SubjectSources {
  readonly database: Database;
  readonly tracks: EntityLookup;
  readonly marketplace: EntityLookup;
}

const isTrack = (id: SubjectId): id is Id<'track'> => id.startsWith('track_');
const isListing = (id: SubjectId): id is Id<'listing'> => id.startsWith('listing_');
const isComment = (id: SubjectId): id is Id<'comment'> => id.startsWith('comment_');

/** Subjects from the projection; those that it misses, or knows only unfinished, are asked of their owner, all of a kind at once, and kept. */
export function postgresSubjectDirectory({ database, tracks, marketplace }: SubjectSources): SubjectDirectory {
  const known = async (ids: readonly SubjectId[]): Promise<Map<SubjectId, Subject | undefined>> => {
    if (ids.length === 0) return new Map();
    const rows = await database
      .select()
      .from(knownSubject)
      .where(inArray(knownSubject.id, ids.map(subjectUuid)));
    return new Map(rows.map((row) => [subjectOf(row).id, row.isDeleted ? undefined : subjectOf(row)]));
  };

  const askOwners = async (ids: readonly SubjectId[]): Promise<readonly Subject[]> => {
    const [trackIds, listingIds] = [ids.filter(isTrack), ids.filter(isListing)];
    const told = [
      ...(trackIds.length > 0 ? await tracks.findMany('Track', trackIds, trackSubject.selection) : []).map(trackSubject.read),
      ...(listingIds.length > 0 ? await marketplace.findMany('Listing', listingIds, listingSubject.selection) : []).map(
        listingSubject.read,
      ),
    ].filter((subject) => subject !== undefined);
    for (const subject of told) await keepSubject(database, subject);
    return told;
  };

  const foreignSubjects = async (ids: readonly SubjectId[]): Promise<Map<SubjectId, Subject | undefined>> => {
    const found = await known(ids);
    const missing = ids.filter((id) => {
      const subject = found.get(id);
      return subject ? isUnfinished(subject) : !found.has(id);
    });
    for (const subject of missing.length > 0 ? await askOwners(missing) : []) found.set(subject.id, subject);
    return found;
  };

  /** A comment is visible to whoever sees what it is about. */
  const commentSubjects = async (ids: readonly Id<'comment'>[]): Promise<readonly Subject[]> => {
    if (ids.length === 0) return [];
    const comments = (await findComments(database, ids)).filter((found) => found !== undefined && found.deletedAt === null);
    const subjects = await foreignSubjects(comments.map((found) => found!.subjectId));
    return comments.flatMap((found) => {
      const subject = subjects.get(found!.subjectId);
      return subject ? [{ ...subject, id: found!.id, kind: 'COMMENT' as const, durationMs: null }] : [];
    });
  };

  return {
    async findMany(ids) {
      const found = await foreignSubjects(ids.filter((id) => !isComment(id)));
      for (const subject of await commentSubjects(ids.filter(isComment))) found.set(subject.id, subject);
      return ids.map((id) => found.get(id));
    },
  };
}
