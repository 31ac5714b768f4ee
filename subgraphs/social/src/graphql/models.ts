import type { Connection } from '@veza/graphql';
import type { Id } from '@veza/kernel';
import type { Comment } from '../domain/comment.ts';

/** A person, of whom social knows no more than the id. */
export type UserModel = { readonly id: Id<'user'> };
/** A track that the viewer may see. */
export type TrackModel = { readonly id: Id<'track'> };
/** A listing that the viewer may see. */
export type ListingModel = { readonly id: Id<'listing'> };
/** A comment on something that the viewer may see. */
export type CommentModel = Comment;
/** Anything that can be liked. */
export type LikeableModel = TrackModel | ListingModel | CommentModel;
/** Anything that can be reposted. */
export type RepostableModel = TrackModel;
/** Anything that can be commented on. */
export type CommentableModel = TrackModel | ListingModel;

/** A page of followers. */
export type FollowerConnectionModel = Connection<UserModel>;
/** A page of blocked people. */
export type BlockedUserConnectionModel = Connection<UserModel>;
/** A page of comments. */
export type CommentConnectionModel = Connection<CommentModel>;
