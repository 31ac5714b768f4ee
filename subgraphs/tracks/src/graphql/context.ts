import { type Caller, viewerId } from '@veza/auth';
import { graphqlError, type RequestMeta, type SubgraphContext } from '@veza/graphql';
import type { CursorCodec, Id } from '@veza/kernel';
import type { Listener } from '../application/stream/ports.ts';
import type { TracksUseCases } from '../application/tracks-use-cases.ts';
import type { UploadViewer } from '../application/upload/find-uploads.ts';
import type { TrackViewer } from '../domain/viewer.ts';
import type { TracksLoaders } from './loaders.ts';

/** What every resolver of tracks works with. */
export interface TracksContext extends SubgraphContext {
  readonly tracks: TracksUseCases;
  readonly viewer: TrackViewer;
  readonly loaders: TracksLoaders;
  /** Cursors of a connection. @param filter what chooses the rows */
  readonly cursors: (connection: string, filter?: unknown) => CursorCodec;
}

/** Parts of the platform, and people who moderate, see every track. */
export function trackViewerOf(caller: Caller): TrackViewer {
  const isModerator = caller.kind === 'user' && caller.scopes.includes('content:remove');
  return { userId: viewerId(caller), seesAll: caller.kind === 'service' || isModerator };
}

/** On whose behalf uploads are read. */
export function uploadViewerOf(caller: Caller): UploadViewer {
  if (caller.kind === 'user') return { kind: 'user', userId: caller.userId };
  return { kind: caller.kind === 'service' ? 'service' : 'nobody' };
}

/** Who would listen. */
export function listenerOf({ caller, clientAddress }: RequestMeta): Listener {
  return { userId: viewerId(caller), sessionId: caller.kind === 'user' ? caller.sessionId : undefined, clientAddress };
}

/** The signed-in person. @throws GraphQLError UNAUTHENTICATED */
export function personOf({ caller }: TracksContext): Id<'user'> {
  const userId = viewerId(caller);
  if (userId === undefined) throw graphqlError('UNAUTHENTICATED', 'sign in to do this');
  return userId;
}
