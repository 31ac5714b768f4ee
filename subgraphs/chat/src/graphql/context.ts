import { graphqlError, type SubgraphContext } from '@veza/graphql';
import type { Chat } from '../application/chat.ts';
import type { UserId } from '../domain/community.ts';
import type { ChatCursors } from './cursors.ts';
import type { ChatLoaders } from './loaders.ts';

/** What every resolver of chat works with. */
export interface ChatContext extends SubgraphContext {
  readonly chat: Chat;
  /** The signed-in person; undefined for anonymous callers and for services, to whom chat shows nothing. */
  readonly viewerId: UserId | undefined;
  readonly loaders: ChatLoaders;
  readonly cursors: ChatCursors;
}

/** The signed-in person. @throws GraphQLError UNAUTHENTICATED */
export function viewerOf({ viewerId }: ChatContext): UserId {
  if (viewerId === undefined) throw graphqlError('UNAUTHENTICATED', 'sign in to do this');
  return viewerId;
}
