import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { UserModel, ImageModel, SessionModel, ViewerModel, SessionConnectionModel } from './models.ts';
import type { UsersContext } from './context.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = T | null | undefined;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** An instant, RFC 3339; answered in UTC with milliseconds, e.g. `2026-01-31T09:30:00.000Z`. Any offset is accepted. */
  DateTime: { input: Date; output: Date; }
  /** An absolute https address of at most 2,048 characters; http only for addresses of this installation. */
  URL: { input: string; output: string; }
  /** An e-mail address of at most 254 characters. */
  EmailAddress: { input: string; output: string; }
  _FieldSet: { input: string; output: string; }
};

/** Something with a global id, which `node` finds again. */
export type Node = {
  /** Opaque, stable for ever, at most 64 characters. */
  readonly id: Scalars['ID']['output'];
};

/** Where a page stands in its list. */
export type PageInfo = {
  readonly __typename?: 'PageInfo';
  /** Whether more items follow; exact. */
  readonly hasNextPage: Scalars['Boolean']['output'];
  /** Whether items come before; exact. */
  readonly hasPreviousPage: Scalars['Boolean']['output'];
  /** Cursor of the first item; null on an empty page. */
  readonly startCursor: Maybe<Scalars['String']['output']>;
  /** Cursor of the last item; null on an empty page. */
  readonly endCursor: Maybe<Scalars['String']['output']>;
};

/** Why a mutation did nothing, in a form that a client can act on. */
export type UserError = {
  readonly __typename?: 'UserError';
  /** What went wrong; clients switch on it. New codes may come. */
  readonly code: UserErrorCode;
  /** An explanation in English for people; it may change. */
  readonly message: Scalars['String']['output'];
  /** Place inside `input` that is to blame, e.g. `["licences", "0", "price"]`; null when no field is. */
  readonly path: Maybe<ReadonlyArray<Scalars['String']['output']>>;
};

/** A square picture in several sizes. */
export type Image = {
  readonly __typename?: 'Image';
  /** Address of the picture in the smallest size that is at least `size` pixels wide. */
  readonly url: Scalars['URL']['output'];
};


/** A square picture in several sizes. */
export type ImageUrlArgs = {
  size: Scalars['Int']['input'];
};

/** Who joins. */
export type SignUpInput = {
  /** 3 to 32 of `a-z 0-9 _ .`; upper case becomes lower case. Must not look like a taken one. */
  readonly username: Scalars['String']['input'];
  /** Where mail goes; one account per address. */
  readonly email: Scalars['EmailAddress']['input'];
  /** 8 to 256 characters; 15 or more are advised. Common ones and ones with the own name in them are refused. */
  readonly password: Scalars['String']['input'];
  /** 1 to 100 characters; the username when absent or null. */
  readonly displayName?: InputMaybe<Scalars['String']['input']>;
};

/** The new account's first session, or why there is none. */
export type SignUpPayload = {
  readonly __typename?: 'SignUpPayload';
  /** The session with its tokens; null when refused. */
  readonly session: Maybe<Session>;
  /** INVALID, USERNAME_TAKEN, EMAIL_TAKEN, PASSWORD_TOO_WEAK; empty when done. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** The old and the new password. */
export type ChangePasswordInput = {
  /** The present password, at most 256 characters. */
  readonly currentPassword: Scalars['String']['input'];
  /** 8 to 256 characters; 15 or more are advised. */
  readonly newPassword: Scalars['String']['input'];
};

/** What became of a password. */
export type ChangePasswordPayload = {
  readonly __typename?: 'ChangePasswordPayload';
  /** INVALID_CREDENTIALS, PASSWORD_TOO_WEAK; empty when done. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Whose password is to be reset. */
export type RequestPasswordResetInput = {
  /** Address of the account. */
  readonly email: Scalars['EmailAddress']['input'];
};

/** The same for known and unknown addresses. */
export type RequestPasswordResetPayload = {
  readonly __typename?: 'RequestPasswordResetPayload';
  /** Always empty. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Token and new password. */
export type ResetPasswordInput = {
  /** From the mail; valid for 30 minutes, once. At most 128 characters. */
  readonly token: Scalars['String']['input'];
  /** 8 to 256 characters; 15 or more are advised. */
  readonly newPassword: Scalars['String']['input'];
};

/** What became of a password. */
export type ResetPasswordPayload = {
  readonly __typename?: 'ResetPasswordPayload';
  /** INVALID_TOKEN, PASSWORD_TOO_WEAK; empty when done. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** The token of an address. */
export type VerifyEmailInput = {
  /** From the mail; valid for 24 hours, once. At most 128 characters. */
  readonly token: Scalars['String']['input'];
};

/** The account whose address is confirmed. */
export type VerifyEmailPayload = {
  readonly __typename?: 'VerifyEmailPayload';
  /** The account that the token belongs to; null when refused. Whoever holds the token sees it, signed in or not. */
  readonly viewer: Maybe<Viewer>;
  /** INVALID_TOKEN; empty when done. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Accounts, sessions and profiles. */
export type Query = {
  readonly __typename?: 'Query';
  /** The signed-in person's own account. Example: `query Viewer`. */
  readonly viewer: Maybe<Viewer>;
  /** A person by id; null when there is none. Example: `query { user(id: $id) { username } }`. */
  readonly user: Maybe<User>;
  /** A person by username, compared without regard to case; null when there is none. Example: `query ProfilePage`. */
  readonly userByUsername: Maybe<User>;
};


/** Accounts, sessions and profiles. */
export type QueryUserArgs = {
  id: Scalars['ID']['input'];
};


/** Accounts, sessions and profiles. */
export type QueryUserByUsernameArgs = {
  username: Scalars['String']['input'];
};

/** Ways to join, to come in, to go, and to change what is one's own. */
export type Mutation = {
  readonly __typename?: 'Mutation';
  /** Opens an account and signs in at once; a mail asks to confirm the address. Example: `mutation SignUp`. */
  readonly signUp: SignUpPayload;
  /** Signs in on a device. Example: `mutation SignIn`. */
  readonly signIn: SignInPayload;
  /**
   * Trades a refresh token for the next one. Example: `mutation RefreshSession`.
   * Requests that run at the same time, or that repeat the header `Idempotency-Key` within 60 s, get the same successor.
   * Any other second use of a token ends its session.
   */
  readonly refreshSession: RefreshSessionPayload;
  /** Ends the session that asks. Example: `mutation SignOut`. */
  readonly signOut: SignOutPayload;
  /** Ends one of the viewer's sessions. Example: `mutation RevokeSession`. */
  readonly revokeSession: RevokeSessionPayload;
  /** Changes the viewer's password and ends every other session. Example: `mutation ChangePassword`. */
  readonly changePassword: ChangePasswordPayload;
  /** Sends a mail to reset the password; the answer is the same for unknown addresses. Example: `mutation RequestPasswordReset`. */
  readonly requestPasswordReset: RequestPasswordResetPayload;
  /** Sets a new password with the token from a mail and ends every session. Example: `mutation ResetPassword`. */
  readonly resetPassword: ResetPasswordPayload;
  /** Confirms an e-mail address with the token from a mail. Example: `mutation VerifyEmail`. */
  readonly verifyEmail: VerifyEmailPayload;
  /** Changes what others see of the viewer. Example: `mutation UpdateProfile`. */
  readonly updateProfile: UpdateProfilePayload;
};


/** Ways to join, to come in, to go, and to change what is one's own. */
export type MutationSignUpArgs = {
  input: SignUpInput;
};


/** Ways to join, to come in, to go, and to change what is one's own. */
export type MutationSignInArgs = {
  input: SignInInput;
};


/** Ways to join, to come in, to go, and to change what is one's own. */
export type MutationRefreshSessionArgs = {
  input: RefreshSessionInput;
};


/** Ways to join, to come in, to go, and to change what is one's own. */
export type MutationRevokeSessionArgs = {
  input: RevokeSessionInput;
};


/** Ways to join, to come in, to go, and to change what is one's own. */
export type MutationChangePasswordArgs = {
  input: ChangePasswordInput;
};


/** Ways to join, to come in, to go, and to change what is one's own. */
export type MutationRequestPasswordResetArgs = {
  input: RequestPasswordResetInput;
};


/** Ways to join, to come in, to go, and to change what is one's own. */
export type MutationResetPasswordArgs = {
  input: ResetPasswordInput;
};


/** Ways to join, to come in, to go, and to change what is one's own. */
export type MutationVerifyEmailArgs = {
  input: VerifyEmailInput;
};


/** Ways to join, to come in, to go, and to change what is one's own. */
export type MutationUpdateProfileArgs = {
  input: UpdateProfileInput;
};

/** The signed-in person's own account; its id is the id of the user. Nobody else sees it. */
export type Viewer = {
  readonly __typename?: 'Viewer';
  /** The id of the user. */
  readonly id: Scalars['ID']['output'];
  /** Where mail goes. */
  readonly email: Scalars['EmailAddress']['output'];
  /** Whether a link sent to the address was used. */
  readonly emailVerified: Scalars['Boolean']['output'];
  /** What the person may do for the house; empty for almost everybody. */
  readonly roles: ReadonlyArray<StaffRole>;
  /** Whether a second factor is asked for at sign-in. */
  readonly totpEnabled: Scalars['Boolean']['output'];
  /** The person as others see them. */
  readonly user: User;
  /** Devices on which the person is signed in, the newest first. Ended sessions are left out. */
  readonly sessions: SessionConnection;
};


/** The signed-in person's own account; its id is the id of the user. Nobody else sees it. */
export type ViewerSessionsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** Why a mutation of this part did nothing. New values may come. */
export type UserErrorCode =
  /** A field is missing, too long, out of range or of the wrong form. */
  | 'INVALID'
  /** There is no such thing, or the viewer cannot see it. */
  | 'NOT_FOUND'
  /** Not all bytes of the upload have arrived. */
  | 'UPLOAD_NOT_READY'
  /** The username, or one that looks like it, is not available. */
  | 'USERNAME_TAKEN'
  /** An account has this address. */
  | 'EMAIL_TAKEN'
  /** Unknown account or wrong password. */
  | 'INVALID_CREDENTIALS'
  /** The code of the second factor is not right. */
  | 'TOTP_INVALID'
  /** The account is suspended. */
  | 'ACCOUNT_SUSPENDED'
  /** The session has ended, or the token was used before. */
  | 'INVALID_REFRESH_TOKEN'
  /** The token of the mail is unknown, used or too old. */
  | 'INVALID_TOKEN'
  /** The password is too short, too long, too common or contains a name. */
  | 'PASSWORD_TOO_WEAK';

/** A device on which somebody is signed in. Only the person themselves sees it. */
export type Session = Node & {
  readonly __typename?: 'Session';
  /** Opaque and stable. */
  readonly id: Scalars['ID']['output'];
  /** Bearer token for requests, valid for 10 minutes; null outside the answer that made it. */
  readonly accessToken: Maybe<Scalars['String']['output']>;
  /** When the access token ends; null together with it. */
  readonly accessTokenExpiresAt: Maybe<Scalars['DateTime']['output']>;
  /** Token for `refreshSession`, to be used once; null outside the answer that made it. */
  readonly refreshToken: Maybe<Scalars['String']['output']>;
  /** When the refresh token ends; null together with it. */
  readonly refreshTokenExpiresAt: Maybe<Scalars['DateTime']['output']>;
  /** The person who is signed in. */
  readonly user: Maybe<User>;
  /** As the app or the person called the device; null when nobody did. */
  readonly deviceName: Maybe<Scalars['String']['output']>;
  /** When the person signed in. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Last sign-in or refresh. */
  readonly lastSeenAt: Scalars['DateTime']['output'];
  /** Whether it is the session that asks. */
  readonly isCurrent: Scalars['Boolean']['output'];
};

/** A page of sessions. */
export type SessionConnection = {
  readonly __typename?: 'SessionConnection';
  /** The sessions of the page. */
  readonly nodes: ReadonlyArray<Session>;
  /** The sessions with their cursors. */
  readonly edges: ReadonlyArray<SessionEdge>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
  /** How many sessions there are; exact. */
  readonly totalCount: Maybe<Scalars['Int']['output']>;
};

/** A session in a page. */
export type SessionEdge = {
  readonly __typename?: 'SessionEdge';
  /** Place in the list. */
  readonly cursor: Scalars['String']['output'];
  /** The session. */
  readonly node: Session;
};

/** Who signs in. */
export type SignInInput = {
  /** Username or e-mail address, at most 254 characters. */
  readonly identifier: Scalars['String']['input'];
  /** The password, at most 256 characters. */
  readonly password: Scalars['String']['input'];
  /** Code of a second factor, at most 32 characters. An account that has none refuses every code with TOTP_INVALID. */
  readonly totpCode?: InputMaybe<Scalars['String']['input']>;
  /** What the device is called in the list of sessions, 1 to 100 characters. */
  readonly deviceName?: InputMaybe<Scalars['String']['input']>;
};

/** The new session, or why there is none. */
export type SignInPayload = {
  readonly __typename?: 'SignInPayload';
  /** The session with its tokens; null when refused. */
  readonly session: Maybe<Session>;
  /** INVALID, INVALID_CREDENTIALS, TOTP_INVALID, ACCOUNT_SUSPENDED; empty when done. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** The token to trade. */
export type RefreshSessionInput = {
  /** The newest refresh token of the session, at most 128 characters. */
  readonly refreshToken: Scalars['String']['input'];
};

/** The session with fresh tokens, or why there is none. */
export type RefreshSessionPayload = {
  readonly __typename?: 'RefreshSessionPayload';
  /** The session with its tokens; null when refused. */
  readonly session: Maybe<Session>;
  /** INVALID_REFRESH_TOKEN; empty when done. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** What became of a sign-out. */
export type SignOutPayload = {
  readonly __typename?: 'SignOutPayload';
  /** Always empty: a session that has ended already is no error. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** The session to end. */
export type RevokeSessionInput = {
  /** Id of one of the viewer's sessions; the one that asks is allowed. */
  readonly sessionId: Scalars['ID']['input'];
};

/** What became of a session. */
export type RevokeSessionPayload = {
  readonly __typename?: 'RevokeSessionPayload';
  /** Id of the ended session; null when refused. */
  readonly revokedSessionId: Maybe<Scalars['ID']['output']>;
  /** NOT_FOUND; empty when done. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A person as everybody sees them. */
export type User = Node & {
  readonly __typename?: 'User';
  /** Opaque and stable. */
  readonly id: Scalars['ID']['output'];
  /** Unique, lower case, 3 to 32 of `a-z 0-9 _ .`. */
  readonly username: Scalars['String']['output'];
  /** As the person wants to be called; at most 100 characters. */
  readonly displayName: Scalars['String']['output'];
  /** The person's picture; null when they have none. */
  readonly avatar: Maybe<Image>;
  /** What they say about themselves, at most 5,000 characters; null when nothing. */
  readonly bio: Maybe<Scalars['String']['output']>;
  /** Addresses that they show, at most 10. */
  readonly links: ReadonlyArray<Scalars['URL']['output']>;
  /** When they joined. */
  readonly createdAt: Scalars['DateTime']['output'];
};

/** Changes of a profile; what is absent stays. */
export type UpdateProfileInput = {
  /** 1 to 100 characters; cannot be cleared. */
  readonly displayName?: InputMaybe<Scalars['String']['input']>;
  /** At most 5,000 characters; null clears it. */
  readonly bio?: InputMaybe<Scalars['String']['input']>;
  /** At most 10 https addresses; null clears them. */
  readonly links?: InputMaybe<ReadonlyArray<Scalars['URL']['input']>>;
  /** An unused upload of the viewer's for AVATAR; null takes the picture away. */
  readonly avatarUploadId?: InputMaybe<Scalars['ID']['input']>;
};

/** The changed profile. */
export type UpdateProfilePayload = {
  readonly __typename?: 'UpdateProfilePayload';
  /** The person after the change; null when refused. */
  readonly user: Maybe<User>;
  /** INVALID, NOT_FOUND and UPLOAD_NOT_READY; empty when done. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** What a person may do for the house. New values may come. */
export type StaffRole =
  /** Everything. */
  | 'ADMIN'
  /** Reports, content and suspensions. */
  | 'MODERATOR'
  /** Orders and sessions of people who ask for help. */
  | 'SUPPORT'
  /** Disputes and payouts. */
  | 'FINANCE';



export type ResolverTypeWrapper<T> = Promise<T> | T;

export type ReferenceResolver<TResult, TReference, TContext> = (
      reference: TReference,
      context: TContext,
      info: GraphQLResolveInfo
    ) => Promise<TResult> | TResult;

      type ScalarCheck<T, S> = S extends true ? T : NullableCheck<T, S>;
      type NullableCheck<T, S> = Maybe<T> extends T ? Maybe<ListCheck<NonNullable<T>, S>> : ListCheck<T, S>;
      type ListCheck<T, S> = T extends (infer U)[] ? NullableCheck<U, S>[] : GraphQLRecursivePick<T, S>;
      export type GraphQLRecursivePick<T, S> = { [K in keyof T & keyof S]: ScalarCheck<T[K], S[K]> };
    

export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

/** Mapping of federation types */
export type FederationTypes = {
  Viewer: Viewer;
  Session: Session;
  User: User;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Viewer:
    ( { __typename: 'Viewer' }
    & GraphQLRecursivePick<FederationTypes['Viewer'], {"id":true}> );
  Session:
    ( { __typename: 'Session' }
    & GraphQLRecursivePick<FederationTypes['Session'], {"id":true}> );
  User:
    ( { __typename: 'User' }
    & GraphQLRecursivePick<FederationTypes['User'], {"id":true}> );
};


/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Node:
    | ( SessionModel )
    | ( UserModel )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  URL: ResolverTypeWrapper<Scalars['URL']['output']>;
  EmailAddress: ResolverTypeWrapper<Scalars['EmailAddress']['output']>;
  Node: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Node']>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  UserError: ResolverTypeWrapper<UserError>;
  Image: ResolverTypeWrapper<ImageModel>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  SignUpInput: SignUpInput;
  SignUpPayload: ResolverTypeWrapper<Omit<SignUpPayload, 'session'> & { session?: Maybe<ResolversTypes['Session']> }>;
  ChangePasswordInput: ChangePasswordInput;
  ChangePasswordPayload: ResolverTypeWrapper<ChangePasswordPayload>;
  RequestPasswordResetInput: RequestPasswordResetInput;
  RequestPasswordResetPayload: ResolverTypeWrapper<RequestPasswordResetPayload>;
  ResetPasswordInput: ResetPasswordInput;
  ResetPasswordPayload: ResolverTypeWrapper<ResetPasswordPayload>;
  VerifyEmailInput: VerifyEmailInput;
  VerifyEmailPayload: ResolverTypeWrapper<Omit<VerifyEmailPayload, 'viewer'> & { viewer?: Maybe<ResolversTypes['Viewer']> }>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Viewer: ResolverTypeWrapper<ViewerModel>;
  UserErrorCode: UserErrorCode;
  Session: ResolverTypeWrapper<SessionModel>;
  SessionConnection: ResolverTypeWrapper<SessionConnectionModel>;
  SessionEdge: ResolverTypeWrapper<Omit<SessionEdge, 'node'> & { node: ResolversTypes['Session'] }>;
  SignInInput: SignInInput;
  SignInPayload: ResolverTypeWrapper<Omit<SignInPayload, 'session'> & { session?: Maybe<ResolversTypes['Session']> }>;
  RefreshSessionInput: RefreshSessionInput;
  RefreshSessionPayload: ResolverTypeWrapper<Omit<RefreshSessionPayload, 'session'> & { session?: Maybe<ResolversTypes['Session']> }>;
  SignOutPayload: ResolverTypeWrapper<SignOutPayload>;
  RevokeSessionInput: RevokeSessionInput;
  RevokeSessionPayload: ResolverTypeWrapper<RevokeSessionPayload>;
  User: ResolverTypeWrapper<UserModel>;
  UpdateProfileInput: UpdateProfileInput;
  UpdateProfilePayload: ResolverTypeWrapper<Omit<UpdateProfilePayload, 'user'> & { user?: Maybe<ResolversTypes['User']> }>;
  StaffRole: StaffRole;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  DateTime: Scalars['DateTime']['output'];
  URL: Scalars['URL']['output'];
  EmailAddress: Scalars['EmailAddress']['output'];
  Node: ResolversInterfaceTypes<ResolversParentTypes>['Node'];
  ID: Scalars['ID']['output'];
  PageInfo: PageInfo;
  Boolean: Scalars['Boolean']['output'];
  UserError: UserError;
  Image: ImageModel;
  Int: Scalars['Int']['output'];
  SignUpInput: SignUpInput;
  SignUpPayload: Omit<SignUpPayload, 'session'> & { session?: Maybe<ResolversParentTypes['Session']> };
  ChangePasswordInput: ChangePasswordInput;
  ChangePasswordPayload: ChangePasswordPayload;
  RequestPasswordResetInput: RequestPasswordResetInput;
  RequestPasswordResetPayload: RequestPasswordResetPayload;
  ResetPasswordInput: ResetPasswordInput;
  ResetPasswordPayload: ResetPasswordPayload;
  VerifyEmailInput: VerifyEmailInput;
  VerifyEmailPayload: Omit<VerifyEmailPayload, 'viewer'> & { viewer?: Maybe<ResolversParentTypes['Viewer']> };
  Query: Record<PropertyKey, never>;
  Mutation: Record<PropertyKey, never>;
  Viewer: ViewerModel;
  Session: SessionModel;
  SessionConnection: SessionConnectionModel;
  SessionEdge: Omit<SessionEdge, 'node'> & { node: ResolversParentTypes['Session'] };
  SignInInput: SignInInput;
  SignInPayload: Omit<SignInPayload, 'session'> & { session?: Maybe<ResolversParentTypes['Session']> };
  RefreshSessionInput: RefreshSessionInput;
  RefreshSessionPayload: Omit<RefreshSessionPayload, 'session'> & { session?: Maybe<ResolversParentTypes['Session']> };
  SignOutPayload: SignOutPayload;
  RevokeSessionInput: RevokeSessionInput;
  RevokeSessionPayload: RevokeSessionPayload;
  User: UserModel;
  UpdateProfileInput: UpdateProfileInput;
  UpdateProfilePayload: Omit<UpdateProfilePayload, 'user'> & { user?: Maybe<ResolversParentTypes['User']> };
  String: Scalars['String']['output'];
};

export type AccessDirectiveArgs = {
  level: Scalars['String']['input'];
  scopes?: Maybe<ReadonlyArray<Scalars['String']['input']>>;
  rule?: Maybe<Scalars['String']['input']>;
};

export type AccessDirectiveResolver<Result, Parent, ContextType = UsersContext, Args = AccessDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type ViewerDirectiveArgs = { };

export type ViewerDirectiveResolver<Result, Parent, ContextType = UsersContext, Args = ViewerDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export interface UrlScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['URL'], any> {
  name: 'URL';
}

export interface EmailAddressScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['EmailAddress'], any> {
  name: 'EmailAddress';
}

export type NodeResolvers<ContextType = UsersContext, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType: TypeResolveFn<'Session' | 'User', ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = UsersContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = UsersContext, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
};

export type ImageResolvers<ContextType = UsersContext, ParentType extends ResolversParentTypes['Image'] = ResolversParentTypes['Image']> = {
  url?: Resolver<ResolversTypes['URL'], ParentType, ContextType, RequireFields<ImageUrlArgs, 'size'>>;
};

export type SignUpPayloadResolvers<ContextType = UsersContext, ParentType extends ResolversParentTypes['SignUpPayload'] = ResolversParentTypes['SignUpPayload']> = {
  session?: Resolver<Maybe<ResolversTypes['Session']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ChangePasswordPayloadResolvers<ContextType = UsersContext, ParentType extends ResolversParentTypes['ChangePasswordPayload'] = ResolversParentTypes['ChangePasswordPayload']> = {
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RequestPasswordResetPayloadResolvers<ContextType = UsersContext, ParentType extends ResolversParentTypes['RequestPasswordResetPayload'] = ResolversParentTypes['RequestPasswordResetPayload']> = {
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ResetPasswordPayloadResolvers<ContextType = UsersContext, ParentType extends ResolversParentTypes['ResetPasswordPayload'] = ResolversParentTypes['ResetPasswordPayload']> = {
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type VerifyEmailPayloadResolvers<ContextType = UsersContext, ParentType extends ResolversParentTypes['VerifyEmailPayload'] = ResolversParentTypes['VerifyEmailPayload']> = {
  viewer?: Resolver<Maybe<ResolversTypes['Viewer']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = UsersContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  viewer?: Resolver<Maybe<ResolversTypes['Viewer']>, ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType, RequireFields<QueryUserArgs, 'id'>>;
  userByUsername?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType, RequireFields<QueryUserByUsernameArgs, 'username'>>;
};

export type MutationResolvers<ContextType = UsersContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  signUp?: Resolver<ResolversTypes['SignUpPayload'], ParentType, ContextType, RequireFields<MutationSignUpArgs, 'input'>>;
  signIn?: Resolver<ResolversTypes['SignInPayload'], ParentType, ContextType, RequireFields<MutationSignInArgs, 'input'>>;
  refreshSession?: Resolver<ResolversTypes['RefreshSessionPayload'], ParentType, ContextType, RequireFields<MutationRefreshSessionArgs, 'input'>>;
  signOut?: Resolver<ResolversTypes['SignOutPayload'], ParentType, ContextType>;
  revokeSession?: Resolver<ResolversTypes['RevokeSessionPayload'], ParentType, ContextType, RequireFields<MutationRevokeSessionArgs, 'input'>>;
  changePassword?: Resolver<ResolversTypes['ChangePasswordPayload'], ParentType, ContextType, RequireFields<MutationChangePasswordArgs, 'input'>>;
  requestPasswordReset?: Resolver<ResolversTypes['RequestPasswordResetPayload'], ParentType, ContextType, RequireFields<MutationRequestPasswordResetArgs, 'input'>>;
  resetPassword?: Resolver<ResolversTypes['ResetPasswordPayload'], ParentType, ContextType, RequireFields<MutationResetPasswordArgs, 'input'>>;
  verifyEmail?: Resolver<ResolversTypes['VerifyEmailPayload'], ParentType, ContextType, RequireFields<MutationVerifyEmailArgs, 'input'>>;
  updateProfile?: Resolver<ResolversTypes['UpdateProfilePayload'], ParentType, ContextType, RequireFields<MutationUpdateProfileArgs, 'input'>>;
};

export type ViewerResolvers<ContextType = UsersContext, ParentType extends ResolversParentTypes['Viewer'] = ResolversParentTypes['Viewer'], FederationReferenceType extends FederationReferenceTypes['Viewer'] = FederationReferenceTypes['Viewer']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Viewer']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  email?: Resolver<ResolversTypes['EmailAddress'], ParentType, ContextType>;
  emailVerified?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  roles?: Resolver<ReadonlyArray<ResolversTypes['StaffRole']>, ParentType, ContextType>;
  totpEnabled?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  user?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
  sessions?: Resolver<ResolversTypes['SessionConnection'], ParentType, ContextType, Partial<ViewerSessionsArgs>>;
};

export type SessionResolvers<ContextType = UsersContext, ParentType extends ResolversParentTypes['Session'] = ResolversParentTypes['Session'], FederationReferenceType extends FederationReferenceTypes['Session'] = FederationReferenceTypes['Session']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Session']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  accessToken?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  accessTokenExpiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  refreshToken?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  refreshTokenExpiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  deviceName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  lastSeenAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  isCurrent?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SessionConnectionResolvers<ContextType = UsersContext, ParentType extends ResolversParentTypes['SessionConnection'] = ResolversParentTypes['SessionConnection']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Session']>, ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['SessionEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type SessionEdgeResolvers<ContextType = UsersContext, ParentType extends ResolversParentTypes['SessionEdge'] = ResolversParentTypes['SessionEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Session'], ParentType, ContextType>;
};

export type SignInPayloadResolvers<ContextType = UsersContext, ParentType extends ResolversParentTypes['SignInPayload'] = ResolversParentTypes['SignInPayload']> = {
  session?: Resolver<Maybe<ResolversTypes['Session']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RefreshSessionPayloadResolvers<ContextType = UsersContext, ParentType extends ResolversParentTypes['RefreshSessionPayload'] = ResolversParentTypes['RefreshSessionPayload']> = {
  session?: Resolver<Maybe<ResolversTypes['Session']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type SignOutPayloadResolvers<ContextType = UsersContext, ParentType extends ResolversParentTypes['SignOutPayload'] = ResolversParentTypes['SignOutPayload']> = {
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RevokeSessionPayloadResolvers<ContextType = UsersContext, ParentType extends ResolversParentTypes['RevokeSessionPayload'] = ResolversParentTypes['RevokeSessionPayload']> = {
  revokedSessionId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UserResolvers<ContextType = UsersContext, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User'], FederationReferenceType extends FederationReferenceTypes['User'] = FederationReferenceTypes['User']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['User']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  username?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  displayName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  avatar?: Resolver<Maybe<ResolversTypes['Image']>, ParentType, ContextType>;
  bio?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  links?: Resolver<ReadonlyArray<ResolversTypes['URL']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UpdateProfilePayloadResolvers<ContextType = UsersContext, ParentType extends ResolversParentTypes['UpdateProfilePayload'] = ResolversParentTypes['UpdateProfilePayload']> = {
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type Resolvers<ContextType = UsersContext> = {
  DateTime?: GraphQLScalarType;
  URL?: GraphQLScalarType;
  EmailAddress?: GraphQLScalarType;
  Node?: NodeResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
  Image?: ImageResolvers<ContextType>;
  SignUpPayload?: SignUpPayloadResolvers<ContextType>;
  ChangePasswordPayload?: ChangePasswordPayloadResolvers<ContextType>;
  RequestPasswordResetPayload?: RequestPasswordResetPayloadResolvers<ContextType>;
  ResetPasswordPayload?: ResetPasswordPayloadResolvers<ContextType>;
  VerifyEmailPayload?: VerifyEmailPayloadResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Viewer?: ViewerResolvers<ContextType>;
  Session?: SessionResolvers<ContextType>;
  SessionConnection?: SessionConnectionResolvers<ContextType>;
  SessionEdge?: SessionEdgeResolvers<ContextType>;
  SignInPayload?: SignInPayloadResolvers<ContextType>;
  RefreshSessionPayload?: RefreshSessionPayloadResolvers<ContextType>;
  SignOutPayload?: SignOutPayloadResolvers<ContextType>;
  RevokeSessionPayload?: RevokeSessionPayloadResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  UpdateProfilePayload?: UpdateProfilePayloadResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = UsersContext> = {
  access?: AccessDirectiveResolver<any, any, ContextType>;
  viewer?: ViewerDirectiveResolver<any, any, ContextType>;
};
