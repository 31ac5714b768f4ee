import type { Id } from '@veza/kernel';

/** What everybody sees of an artist beside their tracks. */
export interface ArtistCard {
  readonly id: Id<'user'>;
  readonly username: string;
  readonly displayName: string;
}
