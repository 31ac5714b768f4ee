import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { UserModel, TrackModel, ListingModel, LicenceModel, MoneyModel, ListingConnectionModel } from './models.ts';
import type { MarketplaceContext } from './context.ts';
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
  /** An exact decimal number as a string, at most 15 digits before and 4 after the point. Never a JSON number. */
  Decimal: { input: string; output: string; }
  /** A currency by its ISO 4217 code in upper case, e.g. `EUR`. */
  CurrencyCode: { input: string; output: string; }
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

/** An amount of money in one currency. */
export type Money = {
  readonly __typename?: 'Money';
  /** The amount, with at most as many digits after the point as the currency has. */
  readonly amount: Scalars['Decimal']['output'];
  /** The currency of the amount. */
  readonly currency: Scalars['CurrencyCode']['output'];
};

/** An amount of money that a client names. */
export type MoneyInput = {
  /** The amount, above zero unless the field says otherwise. */
  readonly amount: Scalars['Decimal']['input'];
  /** The currency of the amount. */
  readonly currency: Scalars['CurrencyCode']['input'];
};

/** What is for sale. */
export type Query = {
  readonly __typename?: 'Query';
  /** One listing; null when there is none or the viewer may not see it. Example: `AnyNode`. */
  readonly listing: Maybe<Listing>;
  /**
   * Published listings that fit a text and a filter. Example: `Listings`.
   * When no listing has the words of the text, those with a similar title are found. Null never happens but in an outage.
   */
  readonly listings: Maybe<ListingConnection>;
};


/** What is for sale. */
export type QueryListingArgs = {
  id: Scalars['ID']['input'];
};


/** What is for sale. */
export type QueryListingsArgs = {
  query?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ListingFilter>;
  sort?: InputMaybe<ListingSort>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** What sellers do. */
export type Mutation = {
  readonly __typename?: 'Mutation';
  /** Drafts a listing that only its seller sees. Example: `CreateListing`. */
  readonly createListing: CreateListingPayload;
  /** Offers a draft to everybody. Example: `PublishListing`. */
  readonly publishListing: PublishListingPayload;
};


/** What sellers do. */
export type MutationCreateListingArgs = {
  input: CreateListingInput;
};


/** What sellers do. */
export type MutationPublishListingArgs = {
  input: PublishListingInput;
};

/** A person, as a seller. */
export type User = Node & {
  readonly __typename?: 'User';
  /** The global id. */
  readonly id: Scalars['ID']['output'];
  /** Their published listings, the newest first; null when that cannot be told now. */
  readonly listings: Maybe<ListingConnection>;
};


/** A person, as a seller. */
export type UserListingsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** A track, named as a preview. */
export type Track = Node & {
  readonly __typename?: 'Track';
  /** The global id. */
  readonly id: Scalars['ID']['output'];
};

/** Something that a person sells. Everybody sees it once it is published; before that its seller and moderators do. */
export type Listing = Node & {
  readonly __typename?: 'Listing';
  /** The global id. */
  readonly id: Scalars['ID']['output'];
  /** What it is called, 1 to 100 characters. */
  readonly title: Scalars['String']['output'];
  /** What the buyer gets, at most 5,000 characters; null when the seller says nothing. */
  readonly description: Maybe<Scalars['String']['output']>;
  /** What kind of thing it is. */
  readonly kind: ListingKind;
  /** Where it stands between draft and sold. */
  readonly state: ListingState;
  /** Words to find it by, lower case, at most 20. */
  readonly tags: ReadonlyArray<Scalars['String']['output']>;
  /** How many people reviewed it. */
  readonly reviewCount: Scalars['Int']['output'];
  /** Mean of their ratings, 1 to 5; null without reviews. */
  readonly averageRating: Maybe<Scalars['Float']['output']>;
  /** The price of its cheapest licence; null when it has no licence. */
  readonly lowestPrice: Maybe<Money>;
  /** What may be bought, in the seller's order; at most 20. */
  readonly licences: ReadonlyArray<Licence>;
  /** Who sells it; null when that cannot be told now. */
  readonly seller: Maybe<User>;
  /** A track that lets people hear it; null when there is none or the viewer may not hear it. */
  readonly previewTrack: Maybe<Track>;
};

/** The terms under which a listing is sold, and their price. Whoever sees the listing sees it. */
export type Licence = Node & {
  readonly __typename?: 'Licence';
  /** The global id. */
  readonly id: Scalars['ID']['output'];
  /** What it is called, 1 to 100 characters. */
  readonly name: Scalars['String']['output'];
  /** What the buyer may do, 1 to 20,000 characters. */
  readonly terms: Scalars['String']['output'];
  /** Whether it is sold to one person only. */
  readonly isExclusive: Scalars['Boolean']['output'];
  /** Whether it can be bought now. */
  readonly isAvailable: Scalars['Boolean']['output'];
  /** What it costs; zero for a gift. */
  readonly price: Money;
};

/** A page of listings. */
export type ListingConnection = {
  readonly __typename?: 'ListingConnection';
  /** The listings of the page. */
  readonly nodes: ReadonlyArray<Listing>;
  /** The listings of the page with their cursors. */
  readonly edges: ReadonlyArray<ListingEdge>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
  /** How many there are in all; null beyond 10,000. */
  readonly totalCount: Maybe<Scalars['Int']['output']>;
};

/** A listing in its place. */
export type ListingEdge = {
  readonly __typename?: 'ListingEdge';
  /** Marks the place, for `after` and `before`. */
  readonly cursor: Scalars['String']['output'];
  /** The listing. */
  readonly node: Listing;
};

/** What the listings of a search have in common: all that is given must hold. */
export type ListingFilter = {
  /** The kind. */
  readonly kind?: InputMaybe<ListingKind>;
  /** Tags that they all have, at most 20 of 1 to 32 characters. */
  readonly tags?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** The least that their cheapest licence costs; listings in another currency are left out. */
  readonly minPrice?: InputMaybe<MoneyInput>;
  /** The most that their cheapest licence costs, in the currency of `minPrice` where both are given. */
  readonly maxPrice?: InputMaybe<MoneyInput>;
  /** The seller. */
  readonly sellerId?: InputMaybe<Scalars['ID']['input']>;
};

/** A new listing. */
export type CreateListingInput = {
  /** What it is called, 1 to 100 characters. */
  readonly title: Scalars['String']['input'];
  /** What the buyer gets, at most 5,000 characters. */
  readonly description?: InputMaybe<Scalars['String']['input']>;
  /** What kind of thing it is. */
  readonly kind: ListingKind;
  /** Words to find it by, at most 20 of 1 to 32 characters; kept in lower case. */
  readonly tags?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** The seller's finished uploads for listings that no other listing uses, at most 50. A service has none. */
  readonly fileUploadIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** A track of the seller's that lets people hear it. */
  readonly previewTrackId?: InputMaybe<Scalars['ID']['input']>;
  /** What may be bought, at most 20, all in one currency. */
  readonly licences: ReadonlyArray<LicenceInput>;
  /** Who gets which part of the proceeds, at most 20 people; everything goes to the seller when left out. */
  readonly revenueSplits?: InputMaybe<ReadonlyArray<RevenueSplitInput>>;
};

/** The terms under which a listing is sold. */
export type LicenceInput = {
  /** What it is called, 1 to 100 characters. */
  readonly name: Scalars['String']['input'];
  /** What the buyer may do, 1 to 20,000 characters. */
  readonly terms: Scalars['String']['input'];
  /** What it costs, from 0, with no more digits than the currency has. A service is never free. */
  readonly price: MoneyInput;
  /** Whether it is sold to one person only. */
  readonly isExclusive: Scalars['Boolean']['input'];
  /** How often it can be sold, 1 to 1,000,000; left out for any number. An exclusive licence has none. */
  readonly stock?: InputMaybe<Scalars['Int']['input']>;
};

/** One person's part of the proceeds. */
export type RevenueSplitInput = {
  /** Who gets it. */
  readonly userId: Scalars['ID']['input'];
  /** How much, in hundredths of a percent, 1 to 10,000; together they make 10,000. */
  readonly shareBps: Scalars['Int']['input'];
};

/** What came of it. */
export type CreateListingPayload = {
  readonly __typename?: 'CreateListingPayload';
  /** The draft; null when nothing happened. */
  readonly listing: Maybe<Listing>;
  /** Why nothing happened; empty when it did. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Which listing to publish. */
export type PublishListingInput = {
  /** A draft of the viewer's. */
  readonly listingId: Scalars['ID']['input'];
};

/** What came of it. */
export type PublishListingPayload = {
  readonly __typename?: 'PublishListingPayload';
  /** The published listing; null when nothing happened. */
  readonly listing: Maybe<Listing>;
  /** Why nothing happened; empty when it did. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** What kind of thing a listing sells. New values may come. */
export type ListingKind =
  /** Recorded sounds to build with. */
  | 'SAMPLE_PACK'
  /** Settings of an instrument or an effect. */
  | 'PRESET'
  /** The separate tracks of a recording. */
  | 'STEMS'
  /** A finished instrumental. */
  | 'BEAT'
  /** A project to start from. */
  | 'TEMPLATE'
  /** Work that the seller does for the buyer. */
  | 'SERVICE';

/** Where a listing stands. New values may come. */
export type ListingState =
  /** Not offered yet. */
  | 'DRAFT'
  /** Offered to everybody. */
  | 'PUBLISHED';

/** Order of listings. New values may come. */
export type ListingSort =
  /** Those that fit the text best first; without a text, the newest. */
  | 'RELEVANCE'
  /** Last published first. */
  | 'NEWEST'
  /** Cheapest first, by currency and then by the price of the cheapest licence. */
  | 'PRICE_ASC'
  /** Dearest first, by currency and then by the price of the cheapest licence. */
  | 'PRICE_DESC';

/** Why a mutation of this subgraph did nothing. */
export type UserErrorCode =
  /** A field is missing, too long or out of range. */
  | 'INVALID'
  /** There is no such thing, or the viewer may not see it. */
  | 'NOT_FOUND'
  /** The viewer sees it, but may not do this. */
  | 'NOT_PERMITTED'
  /** The listing is in a state that does not allow this. */
  | 'STATE_NOT_ALLOWED'
  /** The upload has not arrived whole yet. */
  | 'UPLOAD_NOT_READY'
  /** Something that publishing needs is missing. `path` names the field of `CreateListingInput`. */
  | 'LISTING_INCOMPLETE';



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
  Listing: Listing;
  Licence: Licence;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  User:
    ( { __typename: 'User' }
    & GraphQLRecursivePick<FederationTypes['User'], {"id":true}> );
  Listing:
    ( { __typename: 'Listing' }
    & GraphQLRecursivePick<FederationTypes['Listing'], {"id":true}> );
  Licence:
    ( { __typename: 'Licence' }
    & GraphQLRecursivePick<FederationTypes['Licence'], {"id":true}> );
};


/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Node:
    | ( UserModel )
    | ( TrackModel )
    | ( ListingModel )
    | ( LicenceModel )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Decimal: ResolverTypeWrapper<Scalars['Decimal']['output']>;
  CurrencyCode: ResolverTypeWrapper<Scalars['CurrencyCode']['output']>;
  Node: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Node']>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  UserError: ResolverTypeWrapper<UserError>;
  Money: ResolverTypeWrapper<MoneyModel>;
  MoneyInput: MoneyInput;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  User: ResolverTypeWrapper<UserModel>;
  Track: ResolverTypeWrapper<TrackModel>;
  Listing: ResolverTypeWrapper<ListingModel>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  Licence: ResolverTypeWrapper<LicenceModel>;
  ListingConnection: ResolverTypeWrapper<ListingConnectionModel>;
  ListingEdge: ResolverTypeWrapper<Omit<ListingEdge, 'node'> & { node: ResolversTypes['Listing'] }>;
  ListingFilter: ListingFilter;
  CreateListingInput: CreateListingInput;
  LicenceInput: LicenceInput;
  RevenueSplitInput: RevenueSplitInput;
  CreateListingPayload: ResolverTypeWrapper<Omit<CreateListingPayload, 'listing'> & { listing?: Maybe<ResolversTypes['Listing']> }>;
  PublishListingInput: PublishListingInput;
  PublishListingPayload: ResolverTypeWrapper<Omit<PublishListingPayload, 'listing'> & { listing?: Maybe<ResolversTypes['Listing']> }>;
  ListingKind: ListingKind;
  ListingState: ListingState;
  ListingSort: ListingSort;
  UserErrorCode: UserErrorCode;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Decimal: Scalars['Decimal']['output'];
  CurrencyCode: Scalars['CurrencyCode']['output'];
  Node: ResolversInterfaceTypes<ResolversParentTypes>['Node'];
  ID: Scalars['ID']['output'];
  PageInfo: PageInfo;
  Boolean: Scalars['Boolean']['output'];
  UserError: UserError;
  Money: MoneyModel;
  MoneyInput: MoneyInput;
  Query: Record<PropertyKey, never>;
  Int: Scalars['Int']['output'];
  Mutation: Record<PropertyKey, never>;
  User: UserModel;
  Track: TrackModel;
  Listing: ListingModel;
  Float: Scalars['Float']['output'];
  Licence: LicenceModel;
  ListingConnection: ListingConnectionModel;
  ListingEdge: Omit<ListingEdge, 'node'> & { node: ResolversParentTypes['Listing'] };
  ListingFilter: ListingFilter;
  CreateListingInput: CreateListingInput;
  LicenceInput: LicenceInput;
  RevenueSplitInput: RevenueSplitInput;
  CreateListingPayload: Omit<CreateListingPayload, 'listing'> & { listing?: Maybe<ResolversParentTypes['Listing']> };
  PublishListingInput: PublishListingInput;
  PublishListingPayload: Omit<PublishListingPayload, 'listing'> & { listing?: Maybe<ResolversParentTypes['Listing']> };
  String: Scalars['String']['output'];
};

export type AccessDirectiveArgs = {
  level: Scalars['String']['input'];
  scopes?: Maybe<ReadonlyArray<Scalars['String']['input']>>;
  rule?: Maybe<Scalars['String']['input']>;
};

export type AccessDirectiveResolver<Result, Parent, ContextType = MarketplaceContext, Args = AccessDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export interface DecimalScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Decimal'], any> {
  name: 'Decimal';
}

export interface CurrencyCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['CurrencyCode'], any> {
  name: 'CurrencyCode';
}

export type NodeResolvers<ContextType = MarketplaceContext, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType: TypeResolveFn<'User' | 'Track' | 'Listing' | 'Licence', ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = MarketplaceContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = MarketplaceContext, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
};

export type MoneyResolvers<ContextType = MarketplaceContext, ParentType extends ResolversParentTypes['Money'] = ResolversParentTypes['Money']> = {
  amount?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['CurrencyCode'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = MarketplaceContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  listing?: Resolver<Maybe<ResolversTypes['Listing']>, ParentType, ContextType, RequireFields<QueryListingArgs, 'id'>>;
  listings?: Resolver<Maybe<ResolversTypes['ListingConnection']>, ParentType, ContextType, Partial<QueryListingsArgs>>;
};

export type MutationResolvers<ContextType = MarketplaceContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  createListing?: Resolver<ResolversTypes['CreateListingPayload'], ParentType, ContextType, RequireFields<MutationCreateListingArgs, 'input'>>;
  publishListing?: Resolver<ResolversTypes['PublishListingPayload'], ParentType, ContextType, RequireFields<MutationPublishListingArgs, 'input'>>;
};

export type UserResolvers<ContextType = MarketplaceContext, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User'], FederationReferenceType extends FederationReferenceTypes['User'] = FederationReferenceTypes['User']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['User']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  listings?: Resolver<Maybe<ResolversTypes['ListingConnection']>, ParentType, ContextType, Partial<UserListingsArgs>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TrackResolvers<ContextType = MarketplaceContext, ParentType extends ResolversParentTypes['Track'] = ResolversParentTypes['Track']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ListingResolvers<ContextType = MarketplaceContext, ParentType extends ResolversParentTypes['Listing'] = ResolversParentTypes['Listing'], FederationReferenceType extends FederationReferenceTypes['Listing'] = FederationReferenceTypes['Listing']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Listing']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ListingKind'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['ListingState'], ParentType, ContextType>;
  tags?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  reviewCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  averageRating?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  lowestPrice?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  licences?: Resolver<ReadonlyArray<ResolversTypes['Licence']>, ParentType, ContextType>;
  seller?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  previewTrack?: Resolver<Maybe<ResolversTypes['Track']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LicenceResolvers<ContextType = MarketplaceContext, ParentType extends ResolversParentTypes['Licence'] = ResolversParentTypes['Licence'], FederationReferenceType extends FederationReferenceTypes['Licence'] = FederationReferenceTypes['Licence']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Licence']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  terms?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  isExclusive?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isAvailable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  price?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ListingConnectionResolvers<ContextType = MarketplaceContext, ParentType extends ResolversParentTypes['ListingConnection'] = ResolversParentTypes['ListingConnection']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Listing']>, ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['ListingEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type ListingEdgeResolvers<ContextType = MarketplaceContext, ParentType extends ResolversParentTypes['ListingEdge'] = ResolversParentTypes['ListingEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Listing'], ParentType, ContextType>;
};

export type CreateListingPayloadResolvers<ContextType = MarketplaceContext, ParentType extends ResolversParentTypes['CreateListingPayload'] = ResolversParentTypes['CreateListingPayload']> = {
  listing?: Resolver<Maybe<ResolversTypes['Listing']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type PublishListingPayloadResolvers<ContextType = MarketplaceContext, ParentType extends ResolversParentTypes['PublishListingPayload'] = ResolversParentTypes['PublishListingPayload']> = {
  listing?: Resolver<Maybe<ResolversTypes['Listing']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type Resolvers<ContextType = MarketplaceContext> = {
  Decimal?: GraphQLScalarType;
  CurrencyCode?: GraphQLScalarType;
  Node?: NodeResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
  Money?: MoneyResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  Track?: TrackResolvers<ContextType>;
  Listing?: ListingResolvers<ContextType>;
  Licence?: LicenceResolvers<ContextType>;
  ListingConnection?: ListingConnectionResolvers<ContextType>;
  ListingEdge?: ListingEdgeResolvers<ContextType>;
  CreateListingPayload?: CreateListingPayloadResolvers<ContextType>;
  PublishListingPayload?: PublishListingPayloadResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = MarketplaceContext> = {
  access?: AccessDirectiveResolver<any, any, ContextType>;
};
