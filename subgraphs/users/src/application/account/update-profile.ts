import { err, ok, type Clock, type Result } from '@veza/kernel';
import { changeProfile, type ProfileChange } from '../../domain/profile.ts';
import type { User } from '../../domain/user.ts';
import { refused, type Refusal } from '../refusal.ts';
import { requireSession, type SignedIn } from '../session/require-session.ts';
import type { UsersUnitOfWork } from '../unit-of-work.ts';

interface Dependencies {
  readonly unitOfWork: UsersUnitOfWork;
  readonly clock: Clock;
}

export type UpdateProfile = ReturnType<typeof updateProfile>;

/** Changes what others see of the caller and records `users.profile-updated.v1`. Fails with INVALID (every field to blame); UNAUTHENTICATED. */
export function updateProfile({ unitOfWork, clock }: Dependencies) {
  return (caller: SignedIn, change: ProfileChange): Promise<Result<User, Refusal>> =>
    unitOfWork(async (repositories): Promise<Result<User, Refusal>> => {
      const { accounts, events } = repositories;
      const user = await accounts.lockUser(caller.userId);
      const signedIn = await requireSession(repositories, caller, clock);
      if (!signedIn.ok) return signedIn;
      if (!user) return err({ code: 'UNAUTHENTICATED' });
      const changed = changeProfile(user, change);
      if (!changed.ok) return err(refused(...changed.error.map((fault) => ({ code: 'INVALID' as const, ...fault }))));

      const { id: userId, username, displayName } = changed.value;
      const revision = await accounts.saveProfile(changed.value);
      await events.record('users.profile-updated.v1', userId, revision, { userId, username, displayName });
      return ok(changed.value);
    });
}
