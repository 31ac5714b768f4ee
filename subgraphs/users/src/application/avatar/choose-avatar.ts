import { type Clock, err, type Id, ok, type Result } from '@veza/kernel';
import type { Avatar, User } from '../../domain/user.ts';
import type { Problem } from '../refusal.ts';
import type { UsersRepositories } from '../unit-of-work.ts';
import type { AvatarDirectory, KnownAvatar } from './ports.ts';

/** A picture that a person wants: undefined keeps what they have, null takes it away. */
export type WantedAvatar = FoundAvatar | null | undefined;

/** An upload that a person names, and what is known of it. */
interface FoundAvatar {
  readonly uploadId: Id<'upload'>;
  readonly known: KnownAvatar | undefined;
}

type Avatars = Pick<UsersRepositories, 'avatars'>;

const PATH = ['avatarUploadId'];
const NOT_FOUND: Problem = { code: 'NOT_FOUND', path: PATH };
const NOT_READY: Problem = { code: 'UPLOAD_NOT_READY', message: 'Not all bytes of this upload have arrived.', path: PATH };

/** Looks a wanted picture up before the transaction, because its owner may have to be asked. */
export async function findWanted(avatars: AvatarDirectory, uploadId: Id<'upload'> | null | undefined): Promise<WantedAvatar> {
  return uploadId == null ? uploadId : { uploadId, known: await avatars.find(uploadId) };
}

async function take({ avatars }: Avatars, user: User, { uploadId, known }: FoundAvatar, at: Date): Promise<Result<Avatar, Problem>> {
  if (known?.ownerId !== user.id) return err(NOT_FOUND);
  if (!known.avatar) return err(NOT_READY);
  return (await avatars.use(uploadId, at)) ? ok(known.avatar) : err(NOT_FOUND);
}

/**
 * The picture that a person has after a change; one that they have already stays as it is.
 * Fails with NOT_FOUND (absent, somebody else's, used before) and UPLOAD_NOT_READY.
 */
export async function chooseAvatar(
  repositories: Avatars,
  user: User,
  wanted: WantedAvatar,
  clock: Clock,
): Promise<Result<Avatar | undefined, Problem>> {
  if (wanted === undefined || wanted?.uploadId === user.avatar?.uploadId) return ok(user.avatar);
  if (wanted === null) return ok(undefined);
  return take(repositories, user, wanted, clock());
}

/** Tells tracks which picture is in use and which no longer is. */
export async function recordAvatarChange({ events }: Pick<UsersRepositories, 'events'>, before: User, after: User): Promise<void> {
  const [old, now] = [before.avatar?.uploadId, after.avatar?.uploadId];
  if (old === now) return;
  if (now !== undefined) await events.record('users.upload-claimed.v1', now, 1, { uploadId: now, by: after.id });
  if (old !== undefined) await events.record('users.upload-released.v1', old, 2, { uploadId: old, by: after.id });
}
