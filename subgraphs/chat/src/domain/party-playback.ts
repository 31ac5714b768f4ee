import type { UserId } from './community.ts';
import type { TrackId } from './track-card.ts';

/** What a listening party hears: at instant t the place is `positionMs + (t − asOf)` while playing, up to the track's length. */
export interface PartyPlayback {
  readonly trackId: TrackId;
  readonly positionMs: number;
  readonly isPlaying: boolean;
  /** Server clock at which `positionMs` held. */
  readonly asOf: Date;
  readonly hostId: UserId;
}

/** What decides who may drive. */
export interface Driver {
  readonly userId: UserId;
  readonly hasControl: boolean;
  /** The party's host, or null when it has none or the host has left the community. */
  readonly presentHostId: UserId | null;
}

/** The host after this person drives, or undefined when they may not: the host, holders of CONTROL_PLAYBACK, and anybody in a party without a host. */
export function hostAfterDriving({ userId, hasControl, presentHostId }: Driver): UserId | undefined {
  if (presentHostId === null) return userId;
  return presentHostId === userId || hasControl ? presentHostId : undefined;
}
