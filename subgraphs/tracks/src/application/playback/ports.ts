import type { Id } from '@veza/kernel';
import type { Device } from '../../domain/playback/device.ts';
import type { PlaybackState } from '../../domain/playback/playback-state.ts';

/** What is known about a command before it is carried out. */
export interface CommandContext {
  /** What the same command was answered with before; undefined the first time. */
  readonly answered: PlaybackState | undefined;
  /** Those of the asked devices that are the person's own. */
  readonly devices: ReadonlyMap<Id<'device'>, Device>;
}

/** A state to be kept, with what made it. */
export interface PlaybackChange {
  readonly before: PlaybackState;
  readonly state: PlaybackState;
  /** Undefined for what no command made. */
  readonly commandId?: string;
  /** The device that commanded, which is heard of by that. */
  readonly deviceId?: Id<'device'>;
}

/** Playback inside a transaction; whoever changes it has the person's state locked. */
export interface PlaybackRepository {
  /** The person's state, locked; a fresh one when there was none. */
  lock(userId: Id<'user'>, now: Date): Promise<PlaybackState>;
  /** What the person's command and devices are. */
  contextOf(userId: Id<'user'>, commandId: string, deviceIds: readonly Id<'device'>[]): Promise<CommandContext>;
  /** Lengths in milliseconds of those of the tracks that the person may hear now. */
  durationsOf(userId: Id<'user'>, trackIds: readonly Id<'track'>[]): Promise<ReadonlyMap<Id<'track'>, number>>;
  /** Tracks of a playlist that the person may hear now, with the items that they stand at; undefined when they cannot see the playlist. */
  tracksOfPlaylist(userId: Id<'user'>, playlistId: Id<'playlist'>): Promise<readonly PlaylistPlace[] | undefined>;
  save(change: PlaybackChange): Promise<void>;
  /** Says that a device was heard of. Answers false when it is not the person's. */
  markSeen(userId: Id<'user'>, deviceId: Id<'device'>, at: Date): Promise<boolean>;
  /** The person's device of this sign-in with this name and kind, seen now; made when there was none. */
  registerDevice(device: Device): Promise<Device>;
  /** Keeps those of the person's devices that were heard of last, and the one that sounds. */
  keepNewestDevices(userId: Id<'user'>, count: number): Promise<void>;
  /** Removes the devices of a sign-in that ended, and answers whose they were; undefined when it had none. */
  removeDevicesOf(sessionId: Id<'session'>): Promise<Id<'user'> | undefined>;
  /** When the device was last heard of; undefined when it is gone. */
  lastSeen(deviceId: Id<'device'>): Promise<Date | undefined>;
}

/** A track at a place in a playlist. */
export interface PlaylistPlace {
  readonly itemId: Id<'plitem'>;
  readonly trackId: Id<'track'>;
}

/** Playback as it is read, by the person alone. */
export interface PlaybackReader {
  /** Undefined when they never played anything. */
  find(userId: Id<'user'>): Promise<PlaybackState | undefined>;
  /** What tells one state from the next: the revision and its `asOf`. */
  versionOf(userId: Id<'user'>): Promise<string | undefined>;
  /** Those of the devices that are the person's own. */
  findDevices(ids: readonly Id<'device'>[], userId: Id<'user'>): Promise<ReadonlyMap<Id<'device'>, Device>>;
  /** People whose device plays, but has not been heard of since. */
  findLost(silentSince: Date, limit: number): Promise<readonly Id<'user'>[]>;
  /** Forgets the answers to commands from before. Answers how many. */
  forgetCommands(before: Date): Promise<number>;
}

/** Live hints that a person's state changed. */
export interface PlaybackHints {
  publish(userId: Id<'user'>): void;
  subscribe(userId: Id<'user'>, signal: AbortSignal): AsyncIterable<unknown>;
}

/** Bounds how often one person commands. */
export interface PlaybackRates {
  /** Undefined when there is room; else how long to wait. */
  take(userId: Id<'user'>): Promise<{ readonly code: 'RATE_LIMITED'; readonly retryAfterMs: number } | undefined>;
}
