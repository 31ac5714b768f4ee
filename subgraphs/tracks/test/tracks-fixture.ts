import { filesystemBlobStore } from '@veza/blobs/filesystem';
import type { Caller } from '@veza/auth';
import { pgBossJobQueue } from '@veza/jobs';
import { idGenerator, systemClock } from '@veza/kernel';
import { inProcessRateLimiter } from '@veza/key-value/in-process';
import { inProcessEventBus } from '@veza/messaging/in-process';
import { messagingMigrations } from '@veza/postgres';
import { silentLog } from '@veza/telemetry';
import { executeOperation, findTool, freePort, type OperationResult, subscribeOperation, testDatabase, userCaller } from '@veza/testing';
import fastify from 'fastify';
import { createHash, randomBytes } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TracksDependencies, tracksMigrations, type TracksSubgraph, tracksSubgraph } from '../src/app.ts';
import { ffmpegCliTranscoder } from '../src/infrastructure/transcoder/ffmpeg-cli-transcoder.ts';
import { recordingEventLog } from './recording-event-log.ts';

const newId = idGenerator(systemClock, randomBytes);
const secret = (name: string) => createHash('sha256').update(name).digest();

/** Somebody new, signed in. */
export const somebody = () => userCaller(newId('user'), { sessionId: newId('session') });

/** Whether audio can be processed here. */
export const canProcess = findTool('ffmpeg') !== undefined;

/** A transcoder on this machine's ffmpeg; undefined without one. */
export async function transcoderHere() {
  const ffmpeg = findTool('ffmpeg');
  return ffmpeg === undefined ? undefined : ffmpegCliTranscoder(ffmpeg);
}

/** How a test wants the subgraph. */
export interface OpenTracksOptions extends Partial<TracksDependencies> {
  /** Leaves the loops to the test. */
  readonly isIdle?: boolean;
}

/** The subgraph on a database of its own, its doors open on a free port, its loops running. */
export async function openTracks({ isIdle = false, ...options }: OpenTracksOptions = {}) {
  const database = await testDatabase({ schema: 'tracks', folders: [messagingMigrations, tracksMigrations], jobsSchema: true });
  const folder = await mkdtemp(join(tmpdir(), 'veza-tracks-'));
  const jobs = await pgBossJobQueue({ url: database.url, schema: 'tracks', log: silentLog });
  const eventLog = recordingEventLog();
  const blobs = filesystemBlobStore({ folder: join(folder, 'blobs') });
  let subgraph: TracksSubgraph | undefined;
  const server = fastify({ requestTimeout: 0, forceCloseConnections: true });
  // Addresses hold the port, which is known only once the server listens.
  server.register(async (scope) => subgraphNow().routes(scope));
  const subgraphNow = () => {
    if (!subgraph) throw new Error('not open yet');
    return subgraph;
  };
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const deps: TracksDependencies = {
    database: database.database,
    eventLog,
    eventBus: inProcessEventBus(),
    rateLimiter: inProcessRateLimiter({ clock: systemClock }),
    blobs,
    jobs,
    transcoder: undefined,
    clock: systemClock,
    newId,
    random: randomBytes,
    log: silentLog,
    keys: { upload: secret('upload'), media: secret('media') },
    cursorSecret: secret('cursor'),
    uploadFolder: join(folder, 'uploads'),
    workFolder: join(folder, 'work'),
    mediaUrl: origin,
    publicUrl: origin,
    transcodingWorkers: 1,
    ...options,
  };
  subgraph = tracksSubgraph(deps);
  await server.listen({ port, host: '127.0.0.1' });
  const stop = new AbortController();
  setMaxListeners(0, stop.signal);
  const loops = (isIdle ? [] : Object.values(subgraph.background)).map((task) => task.run(stop.signal));

  return {
    subgraph,
    deps,
    database,
    eventLog,
    blobs,
    folder,
    origin,
    execute: <Data>(document: string, variables: Record<string, unknown>, caller?: Caller): Promise<OperationResult<Data>> =>
      executeOperation<Data, never>(subgraphNow() as never, document, variables, caller),
    subscribe: <Data>(document: string, variables: Record<string, unknown>, caller: Caller) =>
      subscribeOperation<Data, never>(subgraphNow() as never, document, variables, caller),
    async [Symbol.asyncDispose]() {
      stop.abort();
      await server.close();
      await Promise.all(loops);
      await jobs[Symbol.asyncDispose]();
      await database[Symbol.asyncDispose]();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** What `openTracks` makes. */
export type OpenTracks = Awaited<ReturnType<typeof openTracks>>;
