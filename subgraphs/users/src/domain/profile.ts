import { err, ok, type Result } from '@veza/kernel';
import { parseName } from './name-text.ts';
import type { User } from './user.ts';

/** Longest text about oneself, in code points. */
export const MAX_BIO_LENGTH = 5_000;
/** Most links on a profile. */
export const MAX_LINKS = 10;
const MAX_LINK_LENGTH = 2_048;

/** What a person changes about themselves: absent keeps, `null` clears. */
export interface ProfileChange {
  readonly displayName?: string | undefined;
  readonly bio?: string | null | undefined;
  readonly links?: readonly string[] | null | undefined;
}

/** A field that cannot be taken as it is, as a path inside the change. */
export interface ProfileFault {
  readonly path: readonly string[];
  readonly message: string;
}

const isLink = (text: string): boolean => text.length <= MAX_LINK_LENGTH && URL.canParse(text) && new URL(text).protocol === 'https:';

function linkFaults(links: readonly string[]): readonly ProfileFault[] {
  if (links.length > MAX_LINKS) return [{ path: ['links'], message: `A profile has at most ${MAX_LINKS} links.` }];
  return links.flatMap((link, index) =>
    isLink(link) ? [] : [{ path: ['links', String(index)], message: 'A link is an https address of at most 2,048 characters.' }],
  );
}

function nameFaults(displayName: string | undefined): readonly ProfileFault[] {
  const isFine = displayName === undefined || parseName(displayName) !== undefined;
  return isFine ? [] : [{ path: ['displayName'], message: 'A display name has 1 to 100 characters on one line.' }];
}

function bioFaults(bio: string): readonly ProfileFault[] {
  const isFine = Array.from(bio).length <= MAX_BIO_LENGTH;
  return isFine ? [] : [{ path: ['bio'], message: `A bio has at most ${MAX_BIO_LENGTH.toLocaleString('en')} characters.` }];
}

/** The person after the change, or every field that stands against it. An empty bio is none. */
export function changeProfile(user: User, change: ProfileChange): Result<User, readonly ProfileFault[]> {
  const bio = change.bio === undefined ? user.bio : change.bio?.normalize('NFC') || undefined;
  const links = change.links === undefined ? user.links : (change.links ?? []);
  const faults = [...nameFaults(change.displayName), ...bioFaults(bio ?? ''), ...linkFaults(links)];
  if (faults.length > 0) return err(faults);
  const displayName = change.displayName === undefined ? user.displayName : parseName(change.displayName)!;
  return ok({ ...user, displayName, bio, links });
}
