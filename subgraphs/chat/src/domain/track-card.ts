import type { Id } from '@veza/kernel';

export type TrackId = Id<'track'>;

/** What chat knows of a track of another subgraph. */
export interface TrackCard {
  readonly trackId: TrackId;
  /** Ready, and open to everybody who has its address. */
  readonly isPlayable: boolean;
  /** Milliseconds; null until the audio was measured. */
  readonly durationMs: number | null;
}

/** Whether the track can be shown to a whole channel at this place: playable, and the place lies within it. */
export function isPlayableAt(card: TrackCard | undefined, positionMs: number): boolean {
  return card !== undefined && card.isPlayable && card.durationMs !== null && positionMs <= card.durationMs;
}
