import { type Clock, err, type Id, ok, type Result } from '@veza/kernel';
import { mayDelete } from '../domain/comment.ts';
import { canSee } from '../domain/subject.ts';
import type { SocialUnitOfWork, SubjectDirectory } from './ports.ts';

type Dependencies = { readonly unitOfWork: SocialUnitOfWork; readonly subjects: SubjectDirectory; readonly clock: Clock };
type DeleteCommentCommand = { readonly userId: Id<'user'>; readonly commentId: Id<'comment'> };
type DeleteCommentResult = Result<
  { readonly deletedCommentId: Id<'comment'> },
  { readonly code: 'NOT_FOUND' | 'NOT_PERMITTED'; readonly path: readonly ['commentId'] }
>;

/** Removes a comment, as its author or as the owner of what it is about. One that was answered leaves a tombstone. */
export function deleteComment({ unitOfWork, subjects, clock }: Dependencies) {
  return ({ userId, commentId }: DeleteCommentCommand): Promise<DeleteCommentResult> =>
    unitOfWork(async ({ comments }): Promise<DeleteCommentResult> => {
      const [comment] = await comments.findMany([commentId]);
      if (!comment || comment.deletedAt) return err({ code: 'NOT_FOUND', path: ['commentId'] });
      const [subject] = await subjects.findMany([comment.subjectId]);
      if (!mayDelete(comment, subject, userId)) {
        const isVisible = subject !== undefined && canSee(subject, userId, clock());
        return err({ code: isVisible ? 'NOT_PERMITTED' : 'NOT_FOUND', path: ['commentId'] });
      }
      await comments.remove(comment, clock());
      return ok({ deletedCommentId: commentId });
    });
}

export type DeleteComment = ReturnType<typeof deleteComment>;
