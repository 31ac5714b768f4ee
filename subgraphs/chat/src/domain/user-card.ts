import type { UserId } from './community.ts';

/** What everybody sees of a person beside what they say. */
export interface UserCard {
  readonly userId: UserId;
  readonly username: string;
  readonly displayName: string;
  /** 26 characters of `a-z0-9`, by which the picture is found; null without one. */
  readonly avatarImageId: string | null;
}
