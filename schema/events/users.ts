/** Facts that the users subgraph publishes. Ids only, never personal data beyond what a profile shows to everybody. */
export interface UsersEvents {
  /** An account exists. Key and revision: the account's. */
  'users.account-created.v1': { readonly userId: string; readonly username: string; readonly displayName: string };
  /** What everybody sees of a person changed. */
  'users.profile-updated.v1': {
    readonly userId: string;
    readonly username: string;
    readonly displayName: string;
    /** Their picture; null when they have none. */
    readonly avatarImageId?: string | null;
  };
  /** The picture of a person uses an upload: it is kept, and nothing else may use it. Key: the upload. */
  'users.upload-claimed.v1': { readonly uploadId: string; readonly by: string };
  /** It no longer does, and never will again. */
  'users.upload-released.v1': { readonly uploadId: string; readonly by: string };
  /** A session was ended before its time; one that merely runs out is not told of. Key: the session, which ends once, so the revision is 1. */
  'users.session-ended.v1': {
    readonly sessionId: string;
    readonly userId: string;
    readonly reason: 'SIGN_OUT' | 'REVOKED' | 'REUSE' | 'PASSWORD';
  };
}
