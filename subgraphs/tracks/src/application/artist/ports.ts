import type { Id } from '@veza/kernel';
import type { ArtistCard } from '../../domain/artist-card.ts';

/** What artists are called, as their owner's events tell. */
export interface ArtistReader {
  find(id: Id<'user'>): Promise<ArtistCard | undefined>;
}
