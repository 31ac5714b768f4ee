import type { AccessRules, EntityLoaders } from '@veza/graphql';
import { viewerId } from '@veza/auth';
import { toId } from '@veza/kernel';
import type { Device } from '../domain/playback/device.ts';
import type { Upload } from '../domain/upload.ts';
import type { TracksContext } from './context.ts';
import type { ViewerModel } from './models.ts';

/** Entities that other subgraphs and the gateway ask for, one batch for each type; null for absent and invisible ones. */
export const entities: EntityLoaders<TracksContext> = {
  Track: (references, { loaders }) => Promise.all(references.map(({ id }) => loaders.track.load(toId('track', id)))),
  Playlist: (references, { loaders }) => Promise.all(references.map(({ id }) => loaders.playlist.load(toId('playlist', id)))),
  Upload: (references, { loaders }) => Promise.all(references.map(({ id }) => loaders.upload.load(toId('upload', id)))),
  /** Only the viewer's own; others are absent. */
  Device: (references, { loaders }) => Promise.all(references.map(({ id }) => loaders.device.load(toId('device', id)))),
  /** Only the viewer's own; somebody else's is absent. */
  Viewer: (references, { viewer }) =>
    Promise.resolve(references.map(({ id }) => (viewer.userId !== undefined && id === viewer.userId ? { id: viewer.userId } : null))),
  User: (references) => Promise.resolve(references.map(({ id }) => ({ id: toId('user', id) }))),
};

/** Who may see what beyond the reads themselves. Other parts of the platform may look at uploads, to use them. */
export const accessRules: AccessRules<TracksContext> = {
  'track.view': 'use-case',
  'playlist.view': 'use-case',
  'viewer.self': ({ id }: ViewerModel, { viewer }) => id === viewer.userId,
  'device.owner': ({ userId }: Device, { viewer }) => userId === viewer.userId,
  'upload.owner': (upload: Upload, { caller }) => caller.kind === 'service' || viewerId(caller) === upload.ownerId,
};
