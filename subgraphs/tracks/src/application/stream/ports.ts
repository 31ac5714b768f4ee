import type { Id } from '@veza/kernel';
import type { MediaScope } from '@veza/media-token';

/** Who listens, as far as a token says. */
export interface Listener {
  /** Login session; undefined for somebody who is not signed in. */
  readonly sessionId: Id<'session'> | undefined;
  readonly userId: Id<'user'> | undefined;
  /** Network address of somebody who is not signed in. */
  readonly clientAddress: string | undefined;
}

/** A signed address. */
export interface MediaGrant {
  readonly scope: MediaScope;
  readonly aid: string;
  readonly listener: Listener;
  readonly issuedAt: Date;
  /** Whole seconds. */
  readonly expiresAt: Date;
}

/** Signs media addresses with the current key of their scope. */
export interface MediaSigner {
  /** Absolute address of the version's media folder, without a slash at its end. */
  sign(grant: MediaGrant): Promise<string>;
}
