import { type Id, ok, type Result } from '@veza/kernel';
import type { Subject } from '../domain/subject.ts';
import type { SocialUnitOfWork } from './ports.ts';
import type { SubjectFailure, VisibleSubject } from './visible-subject.ts';

type Dependencies = { readonly unitOfWork: SocialUnitOfWork; readonly visible: VisibleSubject };
type UndoRepostCommand = { readonly userId: Id<'user'>; readonly subjectId: string };
type UndoRepostResult = Result<{ readonly subject: Subject }, SubjectFailure>;

/** Takes a repost back. Succeeds also when there was none. */
export function undoRepost({ unitOfWork, visible }: Dependencies) {
  return async ({ userId, subjectId }: UndoRepostCommand): Promise<UndoRepostResult> => {
    const subject = await visible(subjectId, userId, ['TRACK']);
    if (!subject.ok) return subject;
    return unitOfWork(async ({ reactions }): Promise<UndoRepostResult> => {
      await reactions.undoRepost(subject.value.id, userId);
      return ok({ subject: subject.value });
    });
  };
}

export type UndoRepost = ReturnType<typeof undoRepost>;
