import type { Id } from '@veza/kernel';
import type { Loudness } from './audio/loudness.ts';
import { longText, nameText } from './text.ts';
import type { ProcessingFailureCode, ProcessingState } from './audio/processing.ts';

/** Who may find and hear a track once it is ready. */
export type TrackVisibility = 'PUBLIC' | 'UNLISTED' | 'PRIVATE';
/** What others may do with it. */
export type TrackLicence = 'ALL_RIGHTS_RESERVED' | 'CC_BY' | 'CC0';

/** What its artist says about a track. */
export interface TrackMetadata {
  readonly title: string;
  readonly description: string | null;
  readonly genre: string | null;
  readonly tags: readonly string[];
  readonly visibility: TrackVisibility;
  readonly licence: TrackLicence;
  /** Whether others may have the file that it was made of. */
  readonly isDownloadable: boolean;
}

/** A piece of music or speech. */
export interface Track extends TrackMetadata {
  readonly id: Id<'track'>;
  readonly artistId: Id<'user'>;
  /** Whether the artist chose the title; else the file's tags may improve on the file name. */
  readonly isTitleChosen: boolean;
  /** When its first version was ready to be heard; null before. */
  readonly readyAt: Date | null;
  /** When others may hear it at the earliest; null when nobody said. */
  readonly releaseAt: Date | null;
  /** Whether everybody has been told of it. */
  readonly isAnnounced: boolean;
  /** Whether moderators took it out of sight: only its artist and moderators see it. */
  readonly isHidden: boolean;
  /** Its picture; null when there is none. */
  readonly artworkImageId: string | null;
  readonly playCount: number;
  readonly createdAt: Date;
  /** Version of the row, for events. */
  readonly revision: number;
  /** The newest version of its audio. */
  readonly processing: TrackProcessing;
  /** The version that is played; null until one is ready. */
  readonly audio: TrackAudio | null;
}

/** When others could first hear a track, for all that its visibility says: when it was ready and its release had come. Null before. */
export function publishedAt({ readyAt, releaseAt }: Pick<Track, 'readyAt' | 'releaseAt'>, now: Date): Date | null {
  if (readyAt === null || (releaseAt !== null && releaseAt > now)) return null;
  return releaseAt !== null && releaseAt > readyAt ? releaseAt : readyAt;
}

/** Whether anybody but its artist can hear a track. */
export function isHeardByOthers(track: Pick<Track, 'readyAt' | 'releaseAt' | 'visibility' | 'isHidden'>, now: Date): boolean {
  return track.visibility !== 'PRIVATE' && !track.isHidden && publishedAt(track, now) !== null;
}

/** How far the newest version of a track's audio is. */
export interface TrackProcessing {
  readonly state: ProcessingState;
  /** 0 to 1, never falls. */
  readonly progress: number;
  readonly failureCode: ProcessingFailureCode | null;
}

/** A quality that a track is offered in. */
export interface StreamRendition {
  readonly name: string;
  readonly bitrateKbps: number;
  readonly encoderDelaySamples: number;
  readonly endPaddingSamples: number;
}

/** A version of a track's audio that can be played. */
export interface TrackAudio {
  readonly assetId: string;
  /** Random public key of this version, which stands in its media addresses. */
  readonly aid: string;
  readonly durationMs: number;
  readonly loudness: Loudness;
  /** 2,000 pairs, see `waveformPeaks`. */
  readonly waveform: Int8Array;
  readonly renditions: readonly StreamRendition[];
}

const MAX_TITLE = 100;
const MAX_DESCRIPTION = 5_000;
const MAX_GENRE = 50;
const MAX_TAG = 32;
const MAX_TAGS = 20;

/** A title of 1 to 100 characters, or undefined. */
export function trackTitle(text: string): string | undefined {
  return nameText(text, MAX_TITLE);
}

/** A description of at most 5,000 characters, or undefined; an empty one is null. */
export function trackDescription(text: string): string | null | undefined {
  return longText(text, MAX_DESCRIPTION);
}

/** A genre of 1 to 50 characters, or undefined. */
export function trackGenre(text: string): string | undefined {
  return nameText(text, MAX_GENRE);
}

/** At most 20 tags of 1 to 32 characters, lower case, each once; or undefined. */
export function trackTags(texts: readonly string[]): readonly string[] | undefined {
  const tags = texts.map((text) => nameText(text, MAX_TAG)?.toLowerCase());
  if (texts.length > MAX_TAGS || tags.includes(undefined)) return undefined;
  return [...new Set(tags as readonly string[])];
}

/** A title from a file's name, when nobody gave one: without its ending, cut to 100 characters. */
export function titleOfFile(filename: string): string {
  const stem = filename.replace(/\.[A-Za-z0-9]{1,5}$/, '');
  return trackTitle(Array.from(stem).slice(0, MAX_TITLE).join('')) ?? 'Untitled';
}
