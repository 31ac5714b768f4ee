import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { UserModel, TrackModel, ListingModel, CommentModel, LikeableModel, RepostableModel, CommentableModel, FollowerConnectionModel, BlockedUserConnectionModel, CommentConnectionModel } from './models.ts';
import type { SocialContext } from './context.ts';
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

/** Why a mutation of this subgraph did nothing. */
export type UserErrorCode =
  /** A field is missing, too long or out of range. */
  | 'INVALID'
  /** There is no such thing, or the viewer may not see it. */
  | 'NOT_FOUND'
  /** The viewer sees it, but may not do this. */
  | 'NOT_PERMITTED'
  /** One cannot do this to oneself. */
  | 'OWN_ACCOUNT'
  /** This kind of thing cannot be liked, reposted or commented. */
  | 'SUBJECT_NOT_SUPPORTED'
  /** The position lies behind the end of the track, or the subject has no positions. */
  | 'POSITION_OUT_OF_RANGE'
  /** The same text was sent three times within ten minutes. */
  | 'DUPLICATE_CONTENT'
  /** The viewer follows as many people as one may. */
  | 'FOLLOW_LIMIT'
  /** One of the two people blocks the other; it does not tell which. */
  | 'BLOCKED'
  /** The viewer blocks as many people as one may. */
  | 'LIMIT_REACHED';

/** Something that people can like. */
export type Likeable = {
  /** The global id. */
  readonly id: Scalars['ID']['output'];
  /** How many people like it; null when that cannot be told now. */
  readonly likeCount: Maybe<Scalars['Int']['output']>;
  /** Whether the viewer likes it; null for somebody who is not signed in. */
  readonly viewerHasLiked: Maybe<Scalars['Boolean']['output']>;
};

/** Something that people can repost to their followers. */
export type Repostable = {
  /** The global id. */
  readonly id: Scalars['ID']['output'];
  /** How many people reposted it; null when that cannot be told now. */
  readonly repostCount: Maybe<Scalars['Int']['output']>;
  /** Whether the viewer reposted it; null for somebody who is not signed in. */
  readonly viewerHasReposted: Maybe<Scalars['Boolean']['output']>;
};

/** Something that people can comment on. */
export type Commentable = {
  /** The global id. */
  readonly id: Scalars['ID']['output'];
  /** What people said about it; null when that cannot be told now. */
  readonly comments: Maybe<CommentConnection>;
};


/** Something that people can comment on. */
export type CommentableCommentsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  sort?: InputMaybe<CommentSort>;
};

/** Order of comments. New values may come. */
export type CommentSort =
  /** Newest first. */
  | 'NEWEST'
  /** By position in the track, earliest first; comments without one come last. */
  | 'POSITION_ASC';

/** What people keep to themselves. */
export type Query = {
  readonly __typename?: 'Query';
  /** People whom the viewer blocks, latest first. Example: `query { blockedUsers(first: 20) { nodes { id } } }`. */
  readonly blockedUsers: Maybe<BlockedUserConnection>;
};


/** What people keep to themselves. */
export type QueryBlockedUsersArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** What people do with each other and with what they find. */
export type Mutation = {
  readonly __typename?: 'Mutation';
  /** Follows a person; following twice is following once. Example: `Follow`. */
  readonly follow: FollowPayload;
  /** Stops following a person; succeeds also when one did not. Example: `Unfollow`. */
  readonly unfollow: UnfollowPayload;
  /**
   * Blocks a person; blocking twice is blocking once. Example: `Block`.
   * Both follows between the two end, and in both directions there is no following, no commenting and no direct conversation any more.
   */
  readonly block: BlockPayload;
  /** Ends a block, which restores nothing; succeeds also when there was none. Example: `Unblock`. */
  readonly unblock: UnblockPayload;
  /** Likes a track, a listing or a comment; liking twice is liking once. Example: `Like`. */
  readonly like: LikePayload;
  /** Takes a like back; succeeds also when there was none. Example: `Unlike`. */
  readonly unlike: UnlikePayload;
  /** Shows a track to one's followers; a second time replaces the caption. Example: `Repost`. */
  readonly repost: RepostPayload;
  /** Takes a repost back; succeeds also when there was none. Example: `UndoRepost`. */
  readonly undoRepost: UndoRepostPayload;
  /** Says something about a track or a listing, at a moment of it where it has moments. Example: `AddComment`. */
  readonly addComment: AddCommentPayload;
  /** Removes a comment; its author and the owner of the subject may. Example: `DeleteComment`. */
  readonly deleteComment: DeleteCommentPayload;
};


/** What people do with each other and with what they find. */
export type MutationFollowArgs = {
  input: FollowInput;
};


/** What people do with each other and with what they find. */
export type MutationUnfollowArgs = {
  input: UnfollowInput;
};


/** What people do with each other and with what they find. */
export type MutationBlockArgs = {
  input: BlockInput;
};


/** What people do with each other and with what they find. */
export type MutationUnblockArgs = {
  input: UnblockInput;
};


/** What people do with each other and with what they find. */
export type MutationLikeArgs = {
  input: LikeInput;
};


/** What people do with each other and with what they find. */
export type MutationUnlikeArgs = {
  input: UnlikeInput;
};


/** What people do with each other and with what they find. */
export type MutationRepostArgs = {
  input: RepostInput;
};


/** What people do with each other and with what they find. */
export type MutationUndoRepostArgs = {
  input: UndoRepostInput;
};


/** What people do with each other and with what they find. */
export type MutationAddCommentArgs = {
  input: AddCommentInput;
};


/** What people do with each other and with what they find. */
export type MutationDeleteCommentArgs = {
  input: DeleteCommentInput;
};

/** A person, as others stand to them. */
export type User = Node & {
  readonly __typename?: 'User';
  /** The global id. */
  readonly id: Scalars['ID']['output'];
  /** How many people follow them; null when that cannot be told now. */
  readonly followerCount: Maybe<Scalars['Int']['output']>;
  /** How many people they follow; null when that cannot be told now. */
  readonly followingCount: Maybe<Scalars['Int']['output']>;
  /** Whether the viewer follows them; null for somebody who is not signed in. */
  readonly viewerIsFollowing: Maybe<Scalars['Boolean']['output']>;
  /** Whether the viewer blocks them; null for somebody who is not signed in. */
  readonly viewerIsBlocking: Maybe<Scalars['Boolean']['output']>;
  /** The people who follow them, latest first. */
  readonly followers: Maybe<FollowerConnection>;
};


/** A person, as others stand to them. */
export type UserFollowersArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** A track, with what people make of it. Whoever may not see the track sees none of this. */
export type Track = Node & Likeable & Repostable & Commentable & {
  readonly __typename?: 'Track';
  /** The global id. */
  readonly id: Scalars['ID']['output'];
  /** How many people like it; null when that cannot be told now. */
  readonly likeCount: Maybe<Scalars['Int']['output']>;
  /** Whether the viewer likes it; null for somebody who is not signed in. */
  readonly viewerHasLiked: Maybe<Scalars['Boolean']['output']>;
  /** How many people reposted it; null when that cannot be told now. */
  readonly repostCount: Maybe<Scalars['Int']['output']>;
  /** Whether the viewer reposted it; null for somebody who is not signed in. */
  readonly viewerHasReposted: Maybe<Scalars['Boolean']['output']>;
  /** What people said about it; null when that cannot be told now. */
  readonly comments: Maybe<CommentConnection>;
};


/** A track, with what people make of it. Whoever may not see the track sees none of this. */
export type TrackCommentsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  sort?: InputMaybe<CommentSort>;
};

/** A listing, with what people make of it. */
export type Listing = Node & Likeable & Commentable & {
  readonly __typename?: 'Listing';
  /** The global id. */
  readonly id: Scalars['ID']['output'];
  /** How many people like it; null when that cannot be told now. */
  readonly likeCount: Maybe<Scalars['Int']['output']>;
  /** Whether the viewer likes it; null for somebody who is not signed in. */
  readonly viewerHasLiked: Maybe<Scalars['Boolean']['output']>;
  /** What people said about it; null when that cannot be told now. */
  readonly comments: Maybe<CommentConnection>;
};


/** A listing, with what people make of it. */
export type ListingCommentsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  sort?: InputMaybe<CommentSort>;
};

/** Something that somebody said about a track or a listing. Visible to whoever sees its subject. */
export type Comment = Node & Likeable & {
  readonly __typename?: 'Comment';
  /** The global id. */
  readonly id: Scalars['ID']['output'];
  /** The text, 1 to 2,000 characters; empty once it was deleted and others had replied. */
  readonly body: Scalars['String']['output'];
  /** The moment of the track in milliseconds; null when it is about the whole. */
  readonly positionMs: Maybe<Scalars['Int']['output']>;
  /** When it was said. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Who said it; null when the person is gone or the comment was deleted. */
  readonly author: Maybe<User>;
  /** What it is about; null when that is gone. */
  readonly subject: Maybe<Commentable>;
  /** How many people like it; null when that cannot be told now. */
  readonly likeCount: Maybe<Scalars['Int']['output']>;
  /** Whether the viewer likes it; null for somebody who is not signed in. */
  readonly viewerHasLiked: Maybe<Scalars['Boolean']['output']>;
};

/** A page of followers. */
export type FollowerConnection = {
  readonly __typename?: 'FollowerConnection';
  /** The people of this page. */
  readonly nodes: ReadonlyArray<User>;
  /** The same with their cursors. */
  readonly edges: ReadonlyArray<FollowerEdge>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
  /** How many followers there are in all. */
  readonly totalCount: Maybe<Scalars['Int']['output']>;
};

/** A follower in a list. */
export type FollowerEdge = {
  readonly __typename?: 'FollowerEdge';
  /** The place of this item, for `after` and `before`. */
  readonly cursor: Scalars['String']['output'];
  /** The follower. */
  readonly node: User;
};

/** A page of comments. */
export type CommentConnection = {
  readonly __typename?: 'CommentConnection';
  /** The comments of this page. */
  readonly nodes: ReadonlyArray<Comment>;
  /** The same with their cursors. */
  readonly edges: ReadonlyArray<CommentEdge>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
  /** How many comments there are in all, deleted ones left out. */
  readonly totalCount: Maybe<Scalars['Int']['output']>;
};

/** A comment in a list. */
export type CommentEdge = {
  readonly __typename?: 'CommentEdge';
  /** The place of this item, for `after` and `before`. */
  readonly cursor: Scalars['String']['output'];
  /** The comment. */
  readonly node: Comment;
};

/** A page of people whom the viewer blocks. */
export type BlockedUserConnection = {
  readonly __typename?: 'BlockedUserConnection';
  /** The people of this page. */
  readonly nodes: ReadonlyArray<User>;
  /** The people with their cursors. */
  readonly edges: ReadonlyArray<BlockedUserEdge>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
  /** Always null: it is not counted. */
  readonly totalCount: Maybe<Scalars['Int']['output']>;
};

/** One blocked person in a page. */
export type BlockedUserEdge = {
  readonly __typename?: 'BlockedUserEdge';
  /** Their place in the list. */
  readonly cursor: Scalars['String']['output'];
  /** The person. */
  readonly node: User;
};

/** Whom to block. */
export type BlockInput = {
  /** The person. */
  readonly userId: Scalars['ID']['input'];
};

/** What came of it. */
export type BlockPayload = {
  readonly __typename?: 'BlockPayload';
  /** The blocked person; null when nothing happened. */
  readonly user: Maybe<User>;
  /** Why nothing happened; empty when it did. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Whom to stop blocking. */
export type UnblockInput = {
  /** The person. */
  readonly userId: Scalars['ID']['input'];
};

/** What came of it. */
export type UnblockPayload = {
  readonly __typename?: 'UnblockPayload';
  /** The person; null when nothing happened. */
  readonly user: Maybe<User>;
  /** Why nothing happened; empty when it did. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Whom to follow. */
export type FollowInput = {
  /** The person. */
  readonly userId: Scalars['ID']['input'];
};

/** What came of it. */
export type FollowPayload = {
  readonly __typename?: 'FollowPayload';
  /** The followed person, with the new counts; null when nothing happened. */
  readonly user: Maybe<User>;
  /** Why nothing happened; empty when it did. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Whom to stop following. */
export type UnfollowInput = {
  /** The person. */
  readonly userId: Scalars['ID']['input'];
};

/** What came of it. */
export type UnfollowPayload = {
  readonly __typename?: 'UnfollowPayload';
  /** The person, with the new counts; null when nothing happened. */
  readonly user: Maybe<User>;
  /** Why nothing happened; empty when it did. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** What to like. */
export type LikeInput = {
  /** A track, a listing or a comment. */
  readonly subjectId: Scalars['ID']['input'];
};

/** What came of it. */
export type LikePayload = {
  readonly __typename?: 'LikePayload';
  /** The liked thing, with the new count; null when nothing happened. */
  readonly subject: Maybe<Likeable>;
  /** Why nothing happened; empty when it did. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** What to stop liking. */
export type UnlikeInput = {
  /** A track, a listing or a comment. */
  readonly subjectId: Scalars['ID']['input'];
};

/** What came of it. */
export type UnlikePayload = {
  readonly __typename?: 'UnlikePayload';
  /** The thing, with the new count; null when nothing happened. */
  readonly subject: Maybe<Likeable>;
  /** Why nothing happened; empty when it did. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** What to repost. */
export type RepostInput = {
  /** A track. */
  readonly subjectId: Scalars['ID']['input'];
  /** What to say about it, at most 500 characters. */
  readonly caption?: InputMaybe<Scalars['String']['input']>;
};

/** What came of it. */
export type RepostPayload = {
  readonly __typename?: 'RepostPayload';
  /** The reposted thing; null when nothing happened. */
  readonly subject: Maybe<Repostable>;
  /** Why nothing happened; empty when it did. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Which repost to take back. */
export type UndoRepostInput = {
  /** A track. */
  readonly subjectId: Scalars['ID']['input'];
};

/** What came of it. */
export type UndoRepostPayload = {
  readonly __typename?: 'UndoRepostPayload';
  /** The thing; null when nothing happened. */
  readonly subject: Maybe<Repostable>;
  /** Why nothing happened; empty when it did. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** What to say, and about what. */
export type AddCommentInput = {
  /** A track or a listing. */
  readonly subjectId: Scalars['ID']['input'];
  /** The text, 1 to 2,000 characters. */
  readonly body: Scalars['String']['input'];
  /** The moment of a track in milliseconds, from 0 to its length; left out for the whole. */
  readonly positionMs?: InputMaybe<Scalars['Int']['input']>;
  /** The comment that this one answers, of the same subject. */
  readonly replyToId?: InputMaybe<Scalars['ID']['input']>;
};

/** What came of it. */
export type AddCommentPayload = {
  readonly __typename?: 'AddCommentPayload';
  /** The new comment; null when nothing happened. */
  readonly comment: Maybe<Comment>;
  /** Why nothing happened; empty when it did. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Which comment to remove. */
export type DeleteCommentInput = {
  /** The comment. */
  readonly commentId: Scalars['ID']['input'];
};

/** What came of it. */
export type DeleteCommentPayload = {
  readonly __typename?: 'DeleteCommentPayload';
  /** The removed comment; null when nothing happened. */
  readonly deletedCommentId: Maybe<Scalars['ID']['output']>;
  /** Why nothing happened; empty when it did. */
  readonly userErrors: ReadonlyArray<UserError>;
};



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
  User: User;
  Track: Track;
  Listing: Listing;
  Comment: Comment;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  User:
    ( { __typename: 'User' }
    & GraphQLRecursivePick<FederationTypes['User'], {"id":true}> );
  Track:
    ( { __typename: 'Track' }
    & GraphQLRecursivePick<FederationTypes['Track'], {"id":true}> );
  Listing:
    ( { __typename: 'Listing' }
    & GraphQLRecursivePick<FederationTypes['Listing'], {"id":true}> );
  Comment:
    ( { __typename: 'Comment' }
    & GraphQLRecursivePick<FederationTypes['Comment'], {"id":true}> );
};


/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Node:
    | ( UserModel )
    | ( TrackModel )
    | ( ListingModel )
    | ( CommentModel )
  ;
  Likeable:
    | ( TrackModel )
    | ( ListingModel )
    | ( CommentModel )
  ;
  Repostable: ( TrackModel );
  Commentable:
    | ( TrackModel )
    | ( ListingModel )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Node: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Node']>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  UserError: ResolverTypeWrapper<UserError>;
  UserErrorCode: UserErrorCode;
  Likeable: ResolverTypeWrapper<LikeableModel>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  Repostable: ResolverTypeWrapper<RepostableModel>;
  Commentable: ResolverTypeWrapper<CommentableModel>;
  CommentSort: CommentSort;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  User: ResolverTypeWrapper<UserModel>;
  Track: ResolverTypeWrapper<TrackModel>;
  Listing: ResolverTypeWrapper<ListingModel>;
  Comment: ResolverTypeWrapper<CommentModel>;
  FollowerConnection: ResolverTypeWrapper<FollowerConnectionModel>;
  FollowerEdge: ResolverTypeWrapper<Omit<FollowerEdge, 'node'> & { node: ResolversTypes['User'] }>;
  CommentConnection: ResolverTypeWrapper<CommentConnectionModel>;
  CommentEdge: ResolverTypeWrapper<Omit<CommentEdge, 'node'> & { node: ResolversTypes['Comment'] }>;
  BlockedUserConnection: ResolverTypeWrapper<BlockedUserConnectionModel>;
  BlockedUserEdge: ResolverTypeWrapper<Omit<BlockedUserEdge, 'node'> & { node: ResolversTypes['User'] }>;
  BlockInput: BlockInput;
  BlockPayload: ResolverTypeWrapper<Omit<BlockPayload, 'user'> & { user?: Maybe<ResolversTypes['User']> }>;
  UnblockInput: UnblockInput;
  UnblockPayload: ResolverTypeWrapper<Omit<UnblockPayload, 'user'> & { user?: Maybe<ResolversTypes['User']> }>;
  FollowInput: FollowInput;
  FollowPayload: ResolverTypeWrapper<Omit<FollowPayload, 'user'> & { user?: Maybe<ResolversTypes['User']> }>;
  UnfollowInput: UnfollowInput;
  UnfollowPayload: ResolverTypeWrapper<Omit<UnfollowPayload, 'user'> & { user?: Maybe<ResolversTypes['User']> }>;
  LikeInput: LikeInput;
  LikePayload: ResolverTypeWrapper<Omit<LikePayload, 'subject'> & { subject?: Maybe<ResolversTypes['Likeable']> }>;
  UnlikeInput: UnlikeInput;
  UnlikePayload: ResolverTypeWrapper<Omit<UnlikePayload, 'subject'> & { subject?: Maybe<ResolversTypes['Likeable']> }>;
  RepostInput: RepostInput;
  RepostPayload: ResolverTypeWrapper<Omit<RepostPayload, 'subject'> & { subject?: Maybe<ResolversTypes['Repostable']> }>;
  UndoRepostInput: UndoRepostInput;
  UndoRepostPayload: ResolverTypeWrapper<Omit<UndoRepostPayload, 'subject'> & { subject?: Maybe<ResolversTypes['Repostable']> }>;
  AddCommentInput: AddCommentInput;
  AddCommentPayload: ResolverTypeWrapper<Omit<AddCommentPayload, 'comment'> & { comment?: Maybe<ResolversTypes['Comment']> }>;
  DeleteCommentInput: DeleteCommentInput;
  DeleteCommentPayload: ResolverTypeWrapper<DeleteCommentPayload>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  DateTime: Scalars['DateTime']['output'];
  Node: ResolversInterfaceTypes<ResolversParentTypes>['Node'];
  ID: Scalars['ID']['output'];
  PageInfo: PageInfo;
  Boolean: Scalars['Boolean']['output'];
  UserError: UserError;
  Likeable: LikeableModel;
  Int: Scalars['Int']['output'];
  Repostable: RepostableModel;
  Commentable: CommentableModel;
  Query: Record<PropertyKey, never>;
  Mutation: Record<PropertyKey, never>;
  User: UserModel;
  Track: TrackModel;
  Listing: ListingModel;
  Comment: CommentModel;
  FollowerConnection: FollowerConnectionModel;
  FollowerEdge: Omit<FollowerEdge, 'node'> & { node: ResolversParentTypes['User'] };
  CommentConnection: CommentConnectionModel;
  CommentEdge: Omit<CommentEdge, 'node'> & { node: ResolversParentTypes['Comment'] };
  BlockedUserConnection: BlockedUserConnectionModel;
  BlockedUserEdge: Omit<BlockedUserEdge, 'node'> & { node: ResolversParentTypes['User'] };
  BlockInput: BlockInput;
  BlockPayload: Omit<BlockPayload, 'user'> & { user?: Maybe<ResolversParentTypes['User']> };
  UnblockInput: UnblockInput;
  UnblockPayload: Omit<UnblockPayload, 'user'> & { user?: Maybe<ResolversParentTypes['User']> };
  FollowInput: FollowInput;
  FollowPayload: Omit<FollowPayload, 'user'> & { user?: Maybe<ResolversParentTypes['User']> };
  UnfollowInput: UnfollowInput;
  UnfollowPayload: Omit<UnfollowPayload, 'user'> & { user?: Maybe<ResolversParentTypes['User']> };
  LikeInput: LikeInput;
  LikePayload: Omit<LikePayload, 'subject'> & { subject?: Maybe<ResolversParentTypes['Likeable']> };
  UnlikeInput: UnlikeInput;
  UnlikePayload: Omit<UnlikePayload, 'subject'> & { subject?: Maybe<ResolversParentTypes['Likeable']> };
  RepostInput: RepostInput;
  RepostPayload: Omit<RepostPayload, 'subject'> & { subject?: Maybe<ResolversParentTypes['Repostable']> };
  UndoRepostInput: UndoRepostInput;
  UndoRepostPayload: Omit<UndoRepostPayload, 'subject'> & { subject?: Maybe<ResolversParentTypes['Repostable']> };
  AddCommentInput: AddCommentInput;
  AddCommentPayload: Omit<AddCommentPayload, 'comment'> & { comment?: Maybe<ResolversParentTypes['Comment']> };
  DeleteCommentInput: DeleteCommentInput;
  DeleteCommentPayload: DeleteCommentPayload;
  String: Scalars['String']['output'];
};

export type AccessDirectiveArgs = {
  level: Scalars['String']['input'];
  scopes?: Maybe<ReadonlyArray<Scalars['String']['input']>>;
  rule?: Maybe<Scalars['String']['input']>;
};

export type AccessDirectiveResolver<Result, Parent, ContextType = SocialContext, Args = AccessDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type ViewerDirectiveArgs = { };

export type ViewerDirectiveResolver<Result, Parent, ContextType = SocialContext, Args = ViewerDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type NodeResolvers<ContextType = SocialContext, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType: TypeResolveFn<'User' | 'Track' | 'Listing' | 'Comment', ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = SocialContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = SocialContext, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
};

export type LikeableResolvers<ContextType = SocialContext, ParentType extends ResolversParentTypes['Likeable'] = ResolversParentTypes['Likeable']> = {
  __resolveType: TypeResolveFn<'Track' | 'Listing' | 'Comment', ParentType, ContextType>;
};

export type RepostableResolvers<ContextType = SocialContext, ParentType extends ResolversParentTypes['Repostable'] = ResolversParentTypes['Repostable']> = {
  __resolveType: TypeResolveFn<'Track', ParentType, ContextType>;
};

export type CommentableResolvers<ContextType = SocialContext, ParentType extends ResolversParentTypes['Commentable'] = ResolversParentTypes['Commentable']> = {
  __resolveType: TypeResolveFn<'Track' | 'Listing', ParentType, ContextType>;
};

export type QueryResolvers<ContextType = SocialContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  blockedUsers?: Resolver<Maybe<ResolversTypes['BlockedUserConnection']>, ParentType, ContextType, Partial<QueryBlockedUsersArgs>>;
};

export type MutationResolvers<ContextType = SocialContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  follow?: Resolver<ResolversTypes['FollowPayload'], ParentType, ContextType, RequireFields<MutationFollowArgs, 'input'>>;
  unfollow?: Resolver<ResolversTypes['UnfollowPayload'], ParentType, ContextType, RequireFields<MutationUnfollowArgs, 'input'>>;
  block?: Resolver<ResolversTypes['BlockPayload'], ParentType, ContextType, RequireFields<MutationBlockArgs, 'input'>>;
  unblock?: Resolver<ResolversTypes['UnblockPayload'], ParentType, ContextType, RequireFields<MutationUnblockArgs, 'input'>>;
  like?: Resolver<ResolversTypes['LikePayload'], ParentType, ContextType, RequireFields<MutationLikeArgs, 'input'>>;
  unlike?: Resolver<ResolversTypes['UnlikePayload'], ParentType, ContextType, RequireFields<MutationUnlikeArgs, 'input'>>;
  repost?: Resolver<ResolversTypes['RepostPayload'], ParentType, ContextType, RequireFields<MutationRepostArgs, 'input'>>;
  undoRepost?: Resolver<ResolversTypes['UndoRepostPayload'], ParentType, ContextType, RequireFields<MutationUndoRepostArgs, 'input'>>;
  addComment?: Resolver<ResolversTypes['AddCommentPayload'], ParentType, ContextType, RequireFields<MutationAddCommentArgs, 'input'>>;
  deleteComment?: Resolver<ResolversTypes['DeleteCommentPayload'], ParentType, ContextType, RequireFields<MutationDeleteCommentArgs, 'input'>>;
};

export type UserResolvers<ContextType = SocialContext, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User'], FederationReferenceType extends FederationReferenceTypes['User'] = FederationReferenceTypes['User']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['User']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  followerCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  followingCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  viewerIsFollowing?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  viewerIsBlocking?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  followers?: Resolver<Maybe<ResolversTypes['FollowerConnection']>, ParentType, ContextType, Partial<UserFollowersArgs>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TrackResolvers<ContextType = SocialContext, ParentType extends ResolversParentTypes['Track'] = ResolversParentTypes['Track'], FederationReferenceType extends FederationReferenceTypes['Track'] = FederationReferenceTypes['Track']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Track']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  likeCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  viewerHasLiked?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  repostCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  viewerHasReposted?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  comments?: Resolver<Maybe<ResolversTypes['CommentConnection']>, ParentType, ContextType, Partial<TrackCommentsArgs>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ListingResolvers<ContextType = SocialContext, ParentType extends ResolversParentTypes['Listing'] = ResolversParentTypes['Listing'], FederationReferenceType extends FederationReferenceTypes['Listing'] = FederationReferenceTypes['Listing']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Listing']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  likeCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  viewerHasLiked?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  comments?: Resolver<Maybe<ResolversTypes['CommentConnection']>, ParentType, ContextType, Partial<ListingCommentsArgs>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CommentResolvers<ContextType = SocialContext, ParentType extends ResolversParentTypes['Comment'] = ResolversParentTypes['Comment'], FederationReferenceType extends FederationReferenceTypes['Comment'] = FederationReferenceTypes['Comment']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Comment']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  body?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  positionMs?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  author?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  subject?: Resolver<Maybe<ResolversTypes['Commentable']>, ParentType, ContextType>;
  likeCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  viewerHasLiked?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type FollowerConnectionResolvers<ContextType = SocialContext, ParentType extends ResolversParentTypes['FollowerConnection'] = ResolversParentTypes['FollowerConnection']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['User']>, ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['FollowerEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type FollowerEdgeResolvers<ContextType = SocialContext, ParentType extends ResolversParentTypes['FollowerEdge'] = ResolversParentTypes['FollowerEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
};

export type CommentConnectionResolvers<ContextType = SocialContext, ParentType extends ResolversParentTypes['CommentConnection'] = ResolversParentTypes['CommentConnection']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Comment']>, ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['CommentEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type CommentEdgeResolvers<ContextType = SocialContext, ParentType extends ResolversParentTypes['CommentEdge'] = ResolversParentTypes['CommentEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Comment'], ParentType, ContextType>;
};

export type BlockedUserConnectionResolvers<ContextType = SocialContext, ParentType extends ResolversParentTypes['BlockedUserConnection'] = ResolversParentTypes['BlockedUserConnection']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['User']>, ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['BlockedUserEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type BlockedUserEdgeResolvers<ContextType = SocialContext, ParentType extends ResolversParentTypes['BlockedUserEdge'] = ResolversParentTypes['BlockedUserEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
};

export type BlockPayloadResolvers<ContextType = SocialContext, ParentType extends ResolversParentTypes['BlockPayload'] = ResolversParentTypes['BlockPayload']> = {
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UnblockPayloadResolvers<ContextType = SocialContext, ParentType extends ResolversParentTypes['UnblockPayload'] = ResolversParentTypes['UnblockPayload']> = {
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type FollowPayloadResolvers<ContextType = SocialContext, ParentType extends ResolversParentTypes['FollowPayload'] = ResolversParentTypes['FollowPayload']> = {
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UnfollowPayloadResolvers<ContextType = SocialContext, ParentType extends ResolversParentTypes['UnfollowPayload'] = ResolversParentTypes['UnfollowPayload']> = {
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type LikePayloadResolvers<ContextType = SocialContext, ParentType extends ResolversParentTypes['LikePayload'] = ResolversParentTypes['LikePayload']> = {
  subject?: Resolver<Maybe<ResolversTypes['Likeable']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UnlikePayloadResolvers<ContextType = SocialContext, ParentType extends ResolversParentTypes['UnlikePayload'] = ResolversParentTypes['UnlikePayload']> = {
  subject?: Resolver<Maybe<ResolversTypes['Likeable']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RepostPayloadResolvers<ContextType = SocialContext, ParentType extends ResolversParentTypes['RepostPayload'] = ResolversParentTypes['RepostPayload']> = {
  subject?: Resolver<Maybe<ResolversTypes['Repostable']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UndoRepostPayloadResolvers<ContextType = SocialContext, ParentType extends ResolversParentTypes['UndoRepostPayload'] = ResolversParentTypes['UndoRepostPayload']> = {
  subject?: Resolver<Maybe<ResolversTypes['Repostable']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type AddCommentPayloadResolvers<ContextType = SocialContext, ParentType extends ResolversParentTypes['AddCommentPayload'] = ResolversParentTypes['AddCommentPayload']> = {
  comment?: Resolver<Maybe<ResolversTypes['Comment']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type DeleteCommentPayloadResolvers<ContextType = SocialContext, ParentType extends ResolversParentTypes['DeleteCommentPayload'] = ResolversParentTypes['DeleteCommentPayload']> = {
  deletedCommentId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type Resolvers<ContextType = SocialContext> = {
  DateTime?: GraphQLScalarType;
  Node?: NodeResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
  Likeable?: LikeableResolvers<ContextType>;
  Repostable?: RepostableResolvers<ContextType>;
  Commentable?: CommentableResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  Track?: TrackResolvers<ContextType>;
  Listing?: ListingResolvers<ContextType>;
  Comment?: CommentResolvers<ContextType>;
  FollowerConnection?: FollowerConnectionResolvers<ContextType>;
  FollowerEdge?: FollowerEdgeResolvers<ContextType>;
  CommentConnection?: CommentConnectionResolvers<ContextType>;
  CommentEdge?: CommentEdgeResolvers<ContextType>;
  BlockedUserConnection?: BlockedUserConnectionResolvers<ContextType>;
  BlockedUserEdge?: BlockedUserEdgeResolvers<ContextType>;
  BlockPayload?: BlockPayloadResolvers<ContextType>;
  UnblockPayload?: UnblockPayloadResolvers<ContextType>;
  FollowPayload?: FollowPayloadResolvers<ContextType>;
  UnfollowPayload?: UnfollowPayloadResolvers<ContextType>;
  LikePayload?: LikePayloadResolvers<ContextType>;
  UnlikePayload?: UnlikePayloadResolvers<ContextType>;
  RepostPayload?: RepostPayloadResolvers<ContextType>;
  UndoRepostPayload?: UndoRepostPayloadResolvers<ContextType>;
  AddCommentPayload?: AddCommentPayloadResolvers<ContextType>;
  DeleteCommentPayload?: DeleteCommentPayloadResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = SocialContext> = {
  access?: AccessDirectiveResolver<any, any, ContextType>;
  viewer?: ViewerDirectiveResolver<any, any, ContextType>;
};
