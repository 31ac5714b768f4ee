import { type Clock, err, type Id, ok, type Result } from '@veza/kernel';
import type { Subject } from '../domain/subject.ts';
import type { RateLimited, SocialRates, SocialUnitOfWork } from './ports.ts';
import type { SubjectFailure, VisibleSubject } from './visible-subject.ts';

type Dependencies = {
  readonly unitOfWork: SocialUnitOfWork;
  readonly visible: VisibleSubject;
  readonly rates: SocialRates;
  readonly clock: Clock;
};
type LikeCommand = { readonly userId: Id<'user'>; readonly subjectId: string };
type LikeResult = Result<{ readonly subject: Subject }, SubjectFailure | RateLimited>;

/** Likes a track, a listing or a comment; liking twice is liking once. */
export function like({ unitOfWork, visible, rates, clock }: Dependencies) {
  return async ({ userId, subjectId }: LikeCommand): Promise<LikeResult> => {
    const limited = await rates.take('like', userId);
    if (limited) return err(limited);
    const subject = await visible(subjectId, userId, ['TRACK', 'LISTING', 'COMMENT']);
    if (!subject.ok) return subject;
    return unitOfWork(async ({ reactions }): Promise<LikeResult> => {
      await reactions.like(subject.value.id, userId, clock());
      return ok({ subject: subject.value });
    });
  };
}

export type Like = ReturnType<typeof like>;
