import { type Clock, err, type Id, ok, type Result } from '@veza/kernel';
import { type Comment, type CommentableId, composeComment, type CommentFailure } from '../domain/comment.ts';
import type { Subject } from '../domain/subject.ts';
import type { RateLimited, SocialRates, SocialUnitOfWork } from './ports.ts';
import type { SubjectFailure, VisibleSubject } from './visible-subject.ts';

type Dependencies = {
  readonly unitOfWork: SocialUnitOfWork;
  readonly visible: VisibleSubject;
  readonly rates: SocialRates;
  readonly clock: Clock;
  readonly newCommentId: () => Id<'comment'>;
};
type AddCommentCommand = {
  readonly authorId: Id<'user'>;
  readonly subjectId: string;
  readonly body: string;
  readonly positionMs: number | undefined;
  readonly replyToId: Id<'comment'> | undefined;
};
export type AddCommentFailure =
  | SubjectFailure
  | CommentFailure
  | RateLimited
  | { readonly code: 'DUPLICATE_CONTENT'; readonly path: readonly ['body'] }
  | { readonly code: 'BLOCKED'; readonly path: readonly ['subjectId'] | readonly ['replyToId'] };
type AddCommentResult = Result<{ readonly comment: Comment }, AddCommentFailure>;

/** Says something about a track or a listing. The same text a third time within ten minutes is refused, and so is every text between two people of whom one blocks the other. */
export function addComment({ unitOfWork, visible, rates, clock, newCommentId }: Dependencies) {
  return async (command: AddCommentCommand): Promise<AddCommentResult> => {
    const { authorId, subjectId, body, positionMs, replyToId } = command;
    const limited = await rates.take('comment', authorId);
    if (limited) return err(limited);
    const subject = await visible(subjectId, authorId, ['TRACK', 'LISTING']);
    if (!subject.ok) return subject;
    const commentable = subject.value as Subject & { readonly id: CommentableId };
    return unitOfWork(async ({ comments, blocks }): Promise<AddCommentResult> => {
      if (await blocks.isBetween(authorId, subject.value.ownerId)) return err({ code: 'BLOCKED', path: ['subjectId'] });
      const replyTo = replyToId === undefined ? undefined : ((await comments.findMany([replyToId]))[0] ?? null);
      const comment = composeComment({ id: newCommentId(), authorId, body, positionMs, createdAt: clock() }, commentable, replyTo);
      if (!comment.ok) return comment;
      if (replyTo && (await blocks.isBetween(authorId, replyTo.authorId))) return err({ code: 'BLOCKED', path: ['replyToId'] });
      if (await rates.isRepeated(authorId, comment.value.body)) return err({ code: 'DUPLICATE_CONTENT', path: ['body'] });
      await comments.add(comment.value);
      return ok({ comment: comment.value });
    });
  };
}

export type AddComment = ReturnType<typeof addComment>;
