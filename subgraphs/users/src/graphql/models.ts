import type { Connection, ImageReference } from '@veza/graphql';
import type { Account } from '../domain/account.ts';
import type { Session } from '../domain/session.ts';
import type { User } from '../domain/user.ts';

/** What a `User` is made from; another subgraph's fields know it by its id alone. */
export type UserModel = User;

/** What an `Image` is made from. */
export type ImageModel = ImageReference;

/** What a `Session` is made from: the session and, in the answer that made them, its tokens. */
export interface SessionModel extends Session {
  readonly tokens?: {
    readonly accessToken: string;
    readonly accessTokenExpiresAt: Date;
    readonly refreshToken: string;
  };
}

/** What a `Viewer` is made from. */
export interface ViewerModel extends Pick<Account, 'id' | 'email' | 'emailVerifiedAt'> {
  /** The caller just proved with a token that was sent to the address that the account is theirs. */
  readonly isProven?: true;
}

/** A page of sessions; they are counted only when somebody wants to know. */
export type SessionConnectionModel = Connection<SessionModel>;
