import { type Clock, err, type Id, ok, type Result } from '@veza/kernel';
import { isOut, type Subject } from '../domain/subject.ts';
import type { RateLimited, SocialRates, SocialUnitOfWork } from './ports.ts';
import type { SubjectFailure, VisibleSubject } from './visible-subject.ts';

type Dependencies = {
  readonly unitOfWork: SocialUnitOfWork;
  readonly visible: VisibleSubject;
  readonly rates: SocialRates;
  readonly clock: Clock;
};
type RepostCommand = { readonly userId: Id<'user'>; readonly subjectId: string; readonly caption: string | undefined };
export type RepostFailure =
  | SubjectFailure
  | RateLimited
  | { readonly code: 'INVALID'; readonly path: readonly ['caption'] }
  | { readonly code: 'NOT_PERMITTED'; readonly path: readonly ['subjectId'] };
type RepostResult = Result<{ readonly subject: Subject }, RepostFailure>;

/** Longest caption, in code points. */
const MAX_CAPTION_LENGTH = 500;

/** Shows a track to one's followers; a second time replaces the caption. What is private or not out yet stays where it is. */
export function repost({ unitOfWork, visible, rates, clock }: Dependencies) {
  return async ({ userId, subjectId, caption }: RepostCommand): Promise<RepostResult> => {
    const limited = await rates.take('repost', userId);
    if (limited) return err(limited);
    const subject = await visible(subjectId, userId, ['TRACK']);
    if (!subject.ok) return subject;
    const now = clock();
    if (!isOut(subject.value, now)) return err({ code: 'NOT_PERMITTED', path: ['subjectId'] });
    const text = caption?.normalize('NFC').trim() ?? '';
    if (Array.from(text).length > MAX_CAPTION_LENGTH) return err({ code: 'INVALID', path: ['caption'] });
    return unitOfWork(async ({ reactions }): Promise<RepostResult> => {
      await reactions.repost(subject.value.id, userId, { caption: text === '' ? null : text, since: now });
      return ok({ subject: subject.value });
    });
  };
}

export type Repost = ReturnType<typeof repost>;
