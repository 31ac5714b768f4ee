import type { Id } from '@veza/kernel';
import DataLoader from 'dataloader';
import type { SocialReads, SubjectCounts, UserCounts } from '../application/ports.ts';
import type { VisibleSubjects } from '../application/visible-subjects.ts';
import type { Comment } from '../domain/comment.ts';
import type { Subject, SubjectId } from '../domain/subject.ts';

/** Batches of one request: one statement for any number of ids. Flags are null for somebody who is not signed in. */
export interface Loaders {
  readonly subjectCounts: DataLoader<SubjectId, SubjectCounts>;
  readonly userCounts: DataLoader<Id<'user'>, UserCounts>;
  readonly liked: DataLoader<SubjectId, boolean | null>;
  readonly reposted: DataLoader<SubjectId, boolean | null>;
  readonly following: DataLoader<Id<'user'>, boolean | null>;
  readonly blocking: DataLoader<Id<'user'>, boolean | null>;
  /** Null for what is absent or not for the viewer. */
  readonly subject: DataLoader<SubjectId, Subject | null>;
  readonly comment: DataLoader<Id<'comment'>, Comment | null>;
}

type Sources = { readonly reads: SocialReads; readonly visibleSubjects: VisibleSubjects };

/** @param viewerId the signed-in person, if there is one */
export function loaders({ reads, visibleSubjects }: Sources, viewerId: Id<'user'> | undefined): Loaders {
  const ofViewer = <Key>(read: (userId: Id<'user'>, ids: readonly Key[]) => Promise<readonly boolean[]>) =>
    new DataLoader<Key, boolean | null>(async (ids) => (viewerId === undefined ? ids.map(() => null) : read(viewerId, ids)));
  return {
    subjectCounts: new DataLoader((ids) => reads.subjectCounts(ids)),
    userCounts: new DataLoader((ids) => reads.userCounts(ids)),
    liked: ofViewer((userId, ids) => reads.liked(userId, ids)),
    reposted: ofViewer((userId, ids) => reads.reposted(userId, ids)),
    following: ofViewer((userId, ids) => reads.following(userId, ids)),
    blocking: ofViewer((userId, ids) => reads.blocking(userId, ids)),
    subject: new DataLoader((ids) => visibleSubjects(ids, viewerId)),
    comment: new DataLoader(async (ids) => {
      const comments = await reads.comments(ids);
      const subjects = await visibleSubjects(
        comments.flatMap((comment) => comment?.subjectId ?? []),
        viewerId,
      );
      const visible = new Set(subjects.map((subject) => subject?.id));
      return comments.map((comment) => (comment && visible.has(comment.subjectId) ? comment : null));
    }),
  };
}
