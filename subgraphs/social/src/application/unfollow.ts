import { err, type Id, ok, type Result } from '@veza/kernel';
import type { PersonDirectory, SocialUnitOfWork } from './ports.ts';

type Dependencies = { readonly unitOfWork: SocialUnitOfWork; readonly people: PersonDirectory };
type UnfollowCommand = { readonly followerId: Id<'user'>; readonly userId: Id<'user'> };
export type UnfollowFailure = { readonly code: 'NOT_FOUND'; readonly path: readonly ['userId'] };
type UnfollowResult = Result<{ readonly userId: Id<'user'> }, UnfollowFailure>;

/** Stops following a person. Succeeds also when there was nothing to stop. */
export function unfollow({ unitOfWork, people }: Dependencies) {
  return async ({ followerId, userId }: UnfollowCommand): Promise<UnfollowResult> => {
    if (!(await people.exists(userId))) return err({ code: 'NOT_FOUND', path: ['userId'] });
    return unitOfWork(async ({ follows }): Promise<UnfollowResult> => {
      await follows.remove(followerId, userId);
      return ok({ userId });
    });
  };
}

export type Unfollow = ReturnType<typeof unfollow>;
