import { type Id, ok, type Result } from '@veza/kernel';
import type { SocialUnitOfWork } from './ports.ts';

type UnfollowCommand = { readonly followerId: Id<'user'>; readonly userId: Id<'user'> };
type UnfollowResult = Result<{ readonly userId: Id<'user'> }, never>;

/** Stops following a person. Succeeds also when there was nothing to stop, and for a person who is gone. */
export function unfollow({ unitOfWork }: { readonly unitOfWork: SocialUnitOfWork }) {
  return ({ followerId, userId }: UnfollowCommand): Promise<UnfollowResult> =>
    unitOfWork(async ({ follows }): Promise<UnfollowResult> => {
      await follows.remove(followerId, userId);
      return ok({ userId });
    });
}

export type Unfollow = ReturnType<typeof unfollow>;
