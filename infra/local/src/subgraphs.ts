import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { filesystemBlobStore } from '@veza/blobs/filesystem';
import { chatSubgraph } from '@veza/chat';
import { type EntityLookup, inProcessEntityLookup, type Subgraph } from '@veza/graphql';
import type { JobQueue } from '@veza/jobs';
import type { BackgroundTask } from '@veza/kernel';
import { marketplaceSubgraph } from '@veza/marketplace';
import { socialSubgraph } from '@veza/social';
import { tracksSubgraph } from '@veza/tracks';
import type { Transcoder } from '@veza/tracks/transcoder';
import { fileMail, type UsersSubgraph, usersSubgraph } from '@veza/users';
import type { LocalConfig } from './env.ts';
import type { Platform } from './platform.ts';
import type { Secrets } from './secrets.ts';
import { usersKeys } from './users-keys.ts';

/** What the subgraphs of one process are made of. */
export interface SubgraphParts {
  readonly platform: Platform;
  readonly config: LocalConfig;
  readonly secrets: Secrets;
  readonly jobs: JobQueue;
  readonly transcoder: Transcoder | undefined;
  readonly publicUrl: string;
}

/** All subgraphs, and what the gateway needs of identity. */
export interface Subgraphs {
  readonly users: UsersSubgraph;
  readonly all: readonly Subgraph[];
  /** Tidies up behind writers of files that were killed. */
  readonly blobSweeper: BackgroundTask;
}

/** Wires the five subgraphs to the platform and to each other. */
export function localSubgraphs({ platform, config, secrets, jobs, transcoder, publicUrl }: SubgraphParts): Subgraphs {
  const { clock, log } = platform;
  const { environment, dataDir } = config;
  const mediaUrl = config.mediaUrl ?? publicUrl;
  const known = new Map<string, Subgraph>();
  /** Subgraphs ask each other only once all of them are there. */
  const lookup = (name: string): EntityLookup => inProcessEntityLookup(() => known.get(name)!, { clock });
  const lookups = { users: lookup('users'), tracks: lookup('tracks'), marketplace: lookup('marketplace') };
  const common = { ...platform, environment, cursorSecret: secrets.cursor };

  const users = usersSubgraph({
    ...common,
    database: platform.database('users'),
    mail: fileMail({ folder: join(dataDir, 'mail'), clock, newMailId: randomUUID, log }),
    tracks: lookups.tracks,
    publicUrl,
    mediaUrl,
    ...usersKeys(secrets),
  });
  const blobs = filesystemBlobStore({
    folder: join(dataDir, 'blobs'),
    clock,
    onFailure: (error) => log.error('background.failed', { task: 'blob sweeper', error }),
  });
  const tracks = tracksSubgraph({
    ...common,
    database: platform.database('tracks'),
    blobs,
    jobs,
    transcoder,
    uploadFolder: join(dataDir, 'uploads'),
    workFolder: join(dataDir, 'work'),
    publicUrl,
    mediaUrl,
    keys: { upload: secrets.upload, media: secrets.media },
  });
  const chat = chatSubgraph({
    ...common,
    database: platform.database('chat'),
    users: lookups.users,
    tracks: lookups.tracks,
    publicUrl,
    mediaUrl,
    attachmentKeys: tracks.attachmentKeys,
    rates: { send: config.sendRate },
  });
  const marketplace = marketplaceSubgraph({ ...common, database: platform.database('marketplace'), lookups });
  const social = socialSubgraph({ ...common, database: platform.database('social'), lookups });
  const all: readonly Subgraph[] = [users, chat, tracks, marketplace, social];
  for (const subgraph of all) known.set(subgraph.name, subgraph);
  return { users, all, blobSweeper: blobs.sweeper };
}
