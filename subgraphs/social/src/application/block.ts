import { type Clock, err, type Id, ok, type Result } from '@veza/kernel';
import type { PersonDirectory, RateLimited, SocialRates, SocialUnitOfWork } from './ports.ts';

type Dependencies = {
  readonly unitOfWork: SocialUnitOfWork;
  readonly people: PersonDirectory;
  readonly rates: SocialRates;
  readonly clock: Clock;
};
type BlockCommand = { readonly blockerId: Id<'user'>; readonly userId: Id<'user'> };
export type BlockFailure =
  | { readonly code: 'OWN_ACCOUNT' | 'NOT_FOUND' | 'LIMIT_REACHED'; readonly path: readonly ['userId'] }
  | RateLimited;
type BlockResult = Result<{ readonly userId: Id<'user'> }, BlockFailure>;

/** People that one person may block. */
const MAX_BLOCKED = 5_000;

/** Blocks a person and ends both follows between the two. Blocking twice is blocking once, and only the first time is an event. */
export function block({ unitOfWork, people, rates, clock }: Dependencies) {
  return async ({ blockerId, userId }: BlockCommand): Promise<BlockResult> => {
    if (blockerId === userId) return err({ code: 'OWN_ACCOUNT', path: ['userId'] });
    const limited = await rates.take('block', blockerId);
    if (limited) return err(limited);
    if (!(await people.exists(userId))) return err({ code: 'NOT_FOUND', path: ['userId'] });
    return unitOfWork(async ({ blocks, follows, events }): Promise<BlockResult> => {
      await blocks.lock(blockerId, userId);
      const revision = await blocks.add(blockerId, userId, clock());
      if (revision === undefined) return ok({ userId });
      if ((await blocks.count(blockerId)) > MAX_BLOCKED) return err({ code: 'LIMIT_REACHED', path: ['userId'] });
      await follows.remove(blockerId, userId);
      await follows.remove(userId, blockerId);
      await events.record('social.user-blocked.v1', `${blockerId}-${userId}`, revision, { blockerId, blockedId: userId });
      return ok({ userId });
    });
  };
}

export type Block = ReturnType<typeof block>;
