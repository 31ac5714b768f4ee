import type { Id } from '@veza/kernel';

/** What people can like, repost or comment on, as this subgraph knows it. */
export type SubjectId = Id<'track'> | Id<'listing'> | Id<'comment'>;
export type SubjectKind = 'TRACK' | 'LISTING' | 'COMMENT';

/** A thing of another subgraph, or a comment, as far as social has to know it. */
export interface Subject {
  readonly id: SubjectId;
  readonly kind: SubjectKind;
  readonly ownerId: Id<'user'>;
  readonly visibility: 'PUBLIC' | 'UNLISTED' | 'PRIVATE';
  /** Whether it can be heard or bought yet. */
  readonly isReady: boolean;
  readonly releaseAt: Date | null;
  /** Length in milliseconds; null when it has no moments. */
  readonly durationMs: number | null;
}

const KIND_OF_PREFIX: ReadonlyMap<string, SubjectKind> = new Map([
  ['track', 'TRACK'],
  ['listing', 'LISTING'],
  ['comment', 'COMMENT'],
]);

/** The kind of thing that an id names; undefined for kinds that nobody can react to. */
export function subjectKind(id: string): SubjectKind | undefined {
  return KIND_OF_PREFIX.get(id.slice(0, Math.max(0, id.lastIndexOf('_'))));
}

/** Whether a thing may have changed a moment ago: it is not ready, or a track without a length, and the event of its end can be on the way. */
export function isUnfinished({ kind, isReady, durationMs }: Subject): boolean {
  return !isReady || (kind === 'TRACK' && durationMs === null);
}

/** Whether a thing is out: ready, released and not private. */
export function isOut({ visibility, isReady, releaseAt }: Subject, now: Date): boolean {
  return isReady && visibility !== 'PRIVATE' && (releaseAt === null || releaseAt <= now);
}

/**
 * Whether somebody may see a thing: its owner always, everybody else once it is out.
 * @param viewerId undefined for somebody who is not signed in
 */
export function canSee(subject: Subject, viewerId: Id<'user'> | undefined, now: Date): boolean {
  return subject.ownerId === viewerId || isOut(subject, now);
}
