import { type Caller, viewerId } from '@veza/auth';
import { graphqlError, type RequestMeta, type SubgraphContext } from '@veza/graphql';
import type { Id } from '@veza/kernel';
import type { AddComment } from '../application/add-comment.ts';
import type { Block } from '../application/block.ts';
import type { DeleteComment } from '../application/delete-comment.ts';
import type { Follow } from '../application/follow.ts';
import type { Like } from '../application/like.ts';
import type { SocialReads, SubjectDirectory } from '../application/ports.ts';
import type { Repost } from '../application/repost.ts';
import type { Unblock } from '../application/unblock.ts';
import type { UndoRepost } from '../application/undo-repost.ts';
import type { Unfollow } from '../application/unfollow.ts';
import type { Unlike } from '../application/unlike.ts';
import type { VisibleSubjects } from '../application/visible-subjects.ts';
import { type Loaders, loaders } from './loaders.ts';

/** What this subgraph can do. */
export interface Social {
  readonly follow: Follow;
  readonly unfollow: Unfollow;
  readonly block: Block;
  readonly unblock: Unblock;
  readonly like: Like;
  readonly unlike: Unlike;
  readonly repost: Repost;
  readonly undoRepost: UndoRepost;
  readonly addComment: AddComment;
  readonly deleteComment: DeleteComment;
  readonly visibleSubjects: VisibleSubjects;
  readonly subjects: SubjectDirectory;
  readonly reads: SocialReads;
}

/** What resolvers get with every request. */
export interface SocialContext extends SubgraphContext {
  readonly social: Social;
  readonly loaders: Loaders;
}

/** The signed-in person. Fields that use it are `@access(level: "VIEWER")`, so that there is one. */
export function signedIn(caller: Caller): Id<'user'> {
  const userId = viewerId(caller);
  if (!userId) throw graphqlError('UNAUTHENTICATED', 'sign in to do this');
  return userId;
}

/** A fresh context, with fresh loaders. */
export function contextFor(social: Social) {
  return (request: RequestMeta): SocialContext => ({
    request,
    caller: request.caller,
    social,
    loaders: loaders(social, viewerId(request.caller)),
  });
}
