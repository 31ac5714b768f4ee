import type { Id } from '@veza/kernel';

/** Id of a person. */
export type UserId = Id<'user'>;

/** A person as everybody sees them. */
export interface User {
  readonly id: UserId;
  readonly username: string;
  readonly displayName: string;
  /** About themselves; undefined when nothing is said. */
  readonly bio: string | undefined;
  readonly links: readonly string[];
  readonly createdAt: Date;
}
