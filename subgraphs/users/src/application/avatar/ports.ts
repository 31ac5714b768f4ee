import type { Avatar, UserId } from '../../domain/user.ts';
import type { Id } from '@veza/kernel';

/** What is known of a picture that somebody sent. */
export interface KnownAvatar {
  readonly ownerId: UserId;
  /** The picture; undefined until all its bytes arrived and it was made. */
  readonly avatar: Avatar | undefined;
}

/** Pictures that people sent, as tracks knows them. */
export interface AvatarDirectory {
  /** Undefined for what is absent or was sent for something else. */
  find(uploadId: Id<'upload'>): Promise<KnownAvatar | undefined>;
}

/** Uses of pictures, inside a transaction. */
export interface AvatarRepository {
  /** Answers whether it was free; from now on it is not. */
  use(uploadId: Id<'upload'>, at: Date): Promise<boolean>;
}
