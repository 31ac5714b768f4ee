import { type Id, ok, type Result } from '@veza/kernel';
import type { Subject } from '../domain/subject.ts';
import type { SocialUnitOfWork } from './ports.ts';
import type { SubjectFailure, VisibleSubject } from './visible-subject.ts';

type Dependencies = { readonly unitOfWork: SocialUnitOfWork; readonly visible: VisibleSubject };
type UnlikeCommand = { readonly userId: Id<'user'>; readonly subjectId: string };
type UnlikeResult = Result<{ readonly subject: Subject }, SubjectFailure>;

/** Takes a like back. Succeeds also when there was none. */
export function unlike({ unitOfWork, visible }: Dependencies) {
  return async ({ userId, subjectId }: UnlikeCommand): Promise<UnlikeResult> => {
    const subject = await visible(subjectId, userId, ['TRACK', 'LISTING', 'COMMENT']);
    if (!subject.ok) return subject;
    return unitOfWork(async ({ reactions }): Promise<UnlikeResult> => {
      await reactions.unlike(subject.value.id, userId);
      return ok({ subject: subject.value });
    });
  };
}

export type Unlike = ReturnType<typeof unlike>;
