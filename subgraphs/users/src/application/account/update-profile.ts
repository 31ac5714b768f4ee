import { err, ok, type Clock, type Id, type Result } from '@veza/kernel';
import { changeProfile, type ProfileChange } from '../../domain/profile.ts';
import type { User } from '../../domain/user.ts';
import { chooseAvatar, findWanted, recordAvatarChange, type WantedAvatar } from '../avatar/choose-avatar.ts';
import type { AvatarDirectory } from '../avatar/ports.ts';
import { refused, type Refusal, type Refused } from '../refusal.ts';
import { requireSession, type SignedIn } from '../session/require-session.ts';
import type { UsersRepositories, UsersUnitOfWork } from '../unit-of-work.ts';

interface Dependencies {
  readonly unitOfWork: UsersUnitOfWork;
  readonly avatarDirectory: AvatarDirectory;
  readonly clock: Clock;
}

/** What a person changes about themselves: absent keeps, `null` clears. */
export interface UpdateProfileCommand extends ProfileChange {
  /** A picture that they sent. */
  readonly avatarUploadId?: Id<'upload'> | null | undefined;
}

export type UpdateProfile = ReturnType<typeof updateProfile>;

/**
 * Changes what others see of the caller and records `users.profile-updated.v1`, and which uploads are in use.
 * Fails with INVALID, NOT_FOUND, UPLOAD_NOT_READY (every field to blame); UNAUTHENTICATED.
 */
export function updateProfile({ unitOfWork, avatarDirectory, clock }: Dependencies) {
  const changed = async (
    repositories: UsersRepositories,
    user: User,
    change: ProfileChange,
    wanted: WantedAvatar,
  ): Promise<Result<User, Refused>> => {
    const next = changeProfile(user, change);
    const avatar = await chooseAvatar(repositories, user, wanted, clock);
    const faults = next.ok ? [] : next.error.map((fault) => ({ code: 'INVALID' as const, ...fault }));
    if (!next.ok || !avatar.ok) return err(refused(...faults, ...(avatar.ok ? [] : [avatar.error])));
    return ok({ ...next.value, avatar: avatar.value });
  };

  return async (caller: SignedIn, { avatarUploadId, ...change }: UpdateProfileCommand): Promise<Result<User, Refusal>> => {
    const wanted = await findWanted(avatarDirectory, avatarUploadId);
    return unitOfWork(async (repositories): Promise<Result<User, Refusal>> => {
      const { accounts, events } = repositories;
      const user = await accounts.lockUser(caller.userId);
      const signedIn = await requireSession(repositories, caller, clock);
      if (!signedIn.ok) return signedIn;
      if (!user) return err({ code: 'UNAUTHENTICATED' });
      const next = await changed(repositories, user, change, wanted);
      if (!next.ok) return next;

      const { id: userId, username, displayName, avatar } = next.value;
      const revision = await accounts.saveProfile(next.value);
      const facts = { userId, username, displayName, avatarImageId: avatar?.imageId ?? null };
      await events.record('users.profile-updated.v1', userId, revision, facts);
      await recordAvatarChange(repositories, user, next.value);
      return next;
    });
  };
}
