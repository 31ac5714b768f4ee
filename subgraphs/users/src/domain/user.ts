import type { Id } from '@veza/kernel';

/** Id of a person. */
export type UserId = Id<'user'>;

/** A picture of a person, and the upload that it was made of. */
export interface Avatar {
  readonly uploadId: Id<'upload'>;
  /** Whoever knows it may see the picture. */
  readonly imageId: string;
}

/** A person as everybody sees them. */
export interface User {
  readonly id: UserId;
  readonly username: string;
  readonly displayName: string;
  /** About themselves; undefined when nothing is said. */
  readonly bio: string | undefined;
  readonly links: readonly string[];
  /** Undefined when they have none. */
  readonly avatar: Avatar | undefined;
  readonly createdAt: Date;
}
