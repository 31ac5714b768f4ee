import { type Clock, err, type Id, ok, type Result } from '@veza/kernel';
import type { PersonDirectory, SocialUnitOfWork } from './ports.ts';

type Dependencies = { readonly unitOfWork: SocialUnitOfWork; readonly people: PersonDirectory; readonly clock: Clock };
type UnblockCommand = { readonly blockerId: Id<'user'>; readonly userId: Id<'user'> };
export type UnblockFailure = { readonly code: 'NOT_FOUND'; readonly path: readonly ['userId'] };
type UnblockResult = Result<{ readonly userId: Id<'user'> }, UnblockFailure>;

/** Ends a block, which restores nothing. Succeeds also when there was none. */
export function unblock({ unitOfWork, people, clock }: Dependencies) {
  return async ({ blockerId, userId }: UnblockCommand): Promise<UnblockResult> => {
    if (!(await people.exists(userId))) return err({ code: 'NOT_FOUND', path: ['userId'] });
    return unitOfWork(async ({ blocks, events }): Promise<UnblockResult> => {
      await blocks.lock(blockerId, userId);
      const revision = await blocks.remove(blockerId, userId, clock());
      if (revision !== undefined)
        await events.record('social.user-unblocked.v1', `${blockerId}-${userId}`, revision, { blockerId, unblockedId: userId });
      return ok({ userId });
    });
  };
}

export type Unblock = ReturnType<typeof unblock>;
