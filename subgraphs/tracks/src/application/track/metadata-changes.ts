import { err, ok, type Result } from '@veza/kernel';
import {
  trackDescription,
  trackGenre,
  type TrackLicence,
  type TrackMetadata,
  trackTags,
  trackTitle,
  type TrackVisibility,
} from '../../domain/track.ts';
import type { TrackFailure } from './failure.ts';

/** What an artist sends; absent members stay as they are, null removes where that is possible. */
export interface MetadataChanges {
  readonly title?: string;
  readonly description?: string | null;
  readonly genre?: string | null;
  readonly tags?: readonly string[];
  readonly visibility?: TrackVisibility;
  readonly licence?: TrackLicence;
  readonly isDownloadable?: boolean;
}

/** Checks one member; undefined from `check` says that the value cannot be kept. */
function changed<Given, Kept>(given: Given | undefined, check: (value: Given) => Kept | undefined, now: Kept): Kept | undefined {
  return given === undefined ? now : check(given);
}

/** What the artist says about a track after changes. Fails with INVALID and the first member that cannot be kept. */
export function withChanges(now: TrackMetadata, changes: MetadataChanges): Result<TrackMetadata, TrackFailure> {
  const orNull =
    <T>(check: (text: string) => T | undefined) =>
    (text: string | null) =>
      text === null ? null : check(text);
  const next = {
    title: changed(changes.title, trackTitle, now.title),
    description: changed(changes.description, orNull(trackDescription), now.description),
    genre: changed(changes.genre, orNull(trackGenre), now.genre),
    tags: changed(changes.tags, trackTags, now.tags),
    visibility: changes.visibility ?? now.visibility,
    licence: changes.licence ?? now.licence,
    isDownloadable: changes.isDownloadable ?? now.isDownloadable,
  };
  const invalid = Object.entries(next).find(([, value]) => value === undefined);
  return invalid ? err({ code: 'INVALID', path: [invalid[0]] }) : ok(next as TrackMetadata);
}
