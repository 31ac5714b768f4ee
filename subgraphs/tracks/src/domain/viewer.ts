import type { Id } from '@veza/kernel';

/** On whose behalf something is read. */
export interface TrackViewer {
  /** The signed-in person; undefined for everybody else. */
  readonly userId: Id<'user'> | undefined;
  /** Parts of the platform and moderators see every track that is not deleted. */
  readonly seesAll: boolean;
}

/** Somebody who is not signed in: they see what everybody may see. */
export const NOBODY: TrackViewer = { userId: undefined, seesAll: false };
