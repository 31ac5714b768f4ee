import type { Id, Page, Slice } from '@veza/kernel';
import type { PlayDecision, PlayFacts, PlayRule } from '../../domain/play/decide-play.ts';
import type { Listen } from '../../domain/play/listen.ts';
import type { Track } from '../../domain/track.ts';

/** A listen as it is kept. */
export interface KeptListen extends Listen {
  readonly id: string;
  readonly userId: Id<'user'>;
  readonly deviceId: Id<'device'>;
  /** Pseudonym of the network that the last report came from, for a day. */
  readonly network: string;
  /** When it was long enough for a play; null before. */
  readonly enoughAt: Date | null;
  /** When it is looked at next; null while it is too short, and once it is decided. */
  readonly dueAt: Date | null;
}

/** Listens inside a transaction. */
export interface ListenRepository {
  /** The last listen of a device, which nobody else changes until the transaction ends. */
  lockLast(userId: Id<'user'>, deviceId: Id<'device'>): Promise<KeptListen | undefined>;
  /** When the listener was last given addresses of the track, within a day. */
  grantedAt(userId: Id<'user'>, trackId: Id<'track'>, now: Date): Promise<Date | undefined>;
  save(listen: KeptListen): Promise<void>;
  /** Puts a track on top of what somebody heard; within an hour of the last time, it moves up. */
  remember(userId: Id<'user'>, trackId: Id<'track'>, at: Date): Promise<void>;
  /** A listen that is due, locked; undefined when somebody else has it. */
  lockDue(id: string, now: Date): Promise<KeptListen | undefined>;
}

/** A decision about a listen. */
export interface DecidedPlay {
  readonly listen: KeptListen;
  readonly decision: PlayDecision;
  readonly rule: PlayRule | null;
  readonly decidedAt: Date;
}

/** Decisions inside a transaction. */
export interface PlayRepository {
  /** What the rules look at, but for the artist's name. @param lid pseudonym of the listener in media addresses */
  factsOf(listen: KeptListen, lid: string, now: Date): Promise<Omit<PlayFacts, 'isArtist' | 'durationMs' | 'accountAgeMs'>>;
  /** Writes the decision, once for each listen, and counts the play if it counts. */
  decide(play: DecidedPlay): Promise<void>;
}

/** Remembers who was given addresses of what; written within a second. */
export interface GrantLog {
  recordGrant(userId: Id<'user'>, trackId: Id<'track'>, at: Date): void;
}

/** Plays of a track in a time. */
export interface TrackStats {
  readonly plays: number;
  readonly uniqueListeners: number;
  /** Of listens of 5 seconds and more; null when there was none. */
  readonly averageListenedMs: number | null;
  /** One entry for each UTC day, the oldest first. */
  readonly daily: readonly { readonly date: string; readonly plays: number }[];
}

/** What somebody heard, once. */
export interface HeardTrack {
  readonly id: string;
  readonly playedAt: Date;
  readonly track: Track;
}

/** A place in what somebody heard. */
export interface HistoryPlace {
  readonly playedAtMs: number;
  readonly id: string;
}

/** Plays as they are read. */
export interface PlayReader {
  /** Listens that are due, the longest waiting first. */
  findDue(now: Date, limit: number): Promise<readonly string[]>;
  /** The last days up to today. */
  statsOf(trackId: Id<'track'>, days: number, now: Date): Promise<TrackStats>;
  /** The newest first, without tracks that the listener can no longer see. */
  listHistory(userId: Id<'user'>, slice: Slice<HistoryPlace>): Promise<Page<HeardTrack>>;
  countHistory(userId: Id<'user'>): Promise<number>;
  /** Forgets evidence that no longer matters, and what was heard 13 months ago. Answers how many rows went. */
  forget(now: Date): Promise<number>;
}
