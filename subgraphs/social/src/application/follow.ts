import { type Clock, err, type Id, ok, type Result } from '@veza/kernel';
import type { PersonDirectory, RateLimited, SocialRates, SocialUnitOfWork } from './ports.ts';

type Dependencies = {
  readonly unitOfWork: SocialUnitOfWork;
  readonly people: PersonDirectory;
  readonly rates: SocialRates;
  readonly clock: Clock;
};
type FollowCommand = { readonly followerId: Id<'user'>; readonly userId: Id<'user'> };
export type FollowFailure =
  | { readonly code: 'OWN_ACCOUNT' | 'NOT_FOUND' | 'FOLLOW_LIMIT' | 'BLOCKED'; readonly path: readonly ['userId'] }
  | RateLimited;
type FollowResult = Result<{ readonly userId: Id<'user'> }, FollowFailure>;

/** People that one person may follow. */
const MAX_FOLLOWING = 7_500;

/** Follows a person; following twice is following once, and only the first time is an event. Refused between two people of whom one blocks the other. */
export function follow({ unitOfWork, people, rates, clock }: Dependencies) {
  return async ({ followerId, userId }: FollowCommand): Promise<FollowResult> => {
    if (followerId === userId) return err({ code: 'OWN_ACCOUNT', path: ['userId'] });
    const limited = await rates.take('follow', followerId);
    if (limited) return err(limited);
    if (!(await people.exists(userId))) return err({ code: 'NOT_FOUND', path: ['userId'] });
    return unitOfWork(async ({ follows, blocks, events }): Promise<FollowResult> => {
      await blocks.lock(followerId, userId);
      if (await blocks.isBetween(followerId, userId)) return err({ code: 'BLOCKED', path: ['userId'] });
      if ((await follows.countFollowing(followerId)) >= MAX_FOLLOWING) return err({ code: 'FOLLOW_LIMIT', path: ['userId'] });
      const since = clock();
      if (await follows.add(followerId, userId, since)) {
        await events.record('social.user-followed.v1', `${followerId}-${userId}`, since.getTime(), { followerId, followeeId: userId });
      }
      return ok({ userId });
    });
  };
}

export type Follow = ReturnType<typeof follow>;
