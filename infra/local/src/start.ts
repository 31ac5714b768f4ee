import { workerPlanner } from '@veza/gateway/planner';
import { pgBossJobQueue } from '@veza/jobs';
import { systemClock } from '@veza/kernel';
import { supergraphSdl } from '@veza/schema';
import { createMetrics, type Log, type StopStep, type Tracing } from '@veza/telemetry';
import { runTasks } from './background-tasks.ts';
import { openDataFolder } from './data-folder.ts';
import { databaseServer } from './database-server.ts';
import type { LocalConfig } from './env.ts';
import { localGateway } from './gateway.ts';
import { localTranscoder } from './local-transcoder.ts';
import { migrateAll } from './migrate-all.ts';
import { platform as openPlatform } from './platform.ts';
import { platformMetrics } from './platform-metrics.ts';
import { checkPorts, refusePort } from './port-check.ts';
import { openSecrets } from './secrets.ts';
import { localSubgraphs } from './subgraphs.ts';

/** A running Veza. */
export interface RunningVeza {
  /** Where clients find it. */
  readonly url: string;
  /** What makes audio playable, for people; undefined when nothing does. */
  readonly transcoder: string | undefined;
  /** What ends, in order, when it stops. */
  readonly stopSteps: readonly StopStep[];
}

/** What surrounds a start. */
export interface StartOptions {
  readonly log: Log;
  /** Without one nothing is traced. */
  readonly tracing: Tracing | undefined;
  /** The PATH on which ffmpeg is looked for. */
  readonly path: string;
  /** Gives up a start that is under way. */
  readonly signal: AbortSignal;
}

/** Stops what was started, the last first. A part that fails does not keep the others running. */
async function undo(steps: readonly StopStep[], log: Log): Promise<void> {
  for (const { name, stop } of steps) {
    try {
      await stop();
    } catch (error) {
      log.error('start.not-undone', { step: name, error });
    }
  }
}

/**
 * Starts everything in this process: Postgres, migrations, subgraphs, gateway, background tasks.
 * What was started is stopped again when a later part fails, or when the start is given up.
 * @throws StartFailure with one line that says what to do; the reason of `signal`
 */
export async function startVeza(config: LocalConfig, { log, tracing, path, signal }: StartOptions): Promise<RunningVeza> {
  await checkPorts(config);
  const transcoder = await localTranscoder(config, path);
  openDataFolder(config.dataDir);
  const steps: StopStep[] = tracing ? [{ name: 'tracing', stop: () => tracing.close() }] : [];
  const stopLater = (name: string, stop: StopStep['stop']) => steps.unshift({ name, stop });
  try {
    // It takes most of a second in a thread of its own, while the rest comes up.
    const planner = workerPlanner({ supergraphSdl: supergraphSdl(), clock: systemClock, log });
    stopLater('planner', () => planner.close());
    const server = await databaseServer(config, log, signal);
    stopLater('postgres', () => server.stop());
    await migrateAll(server.url, log, signal);
    signal.throwIfAborted();
    const platform = openPlatform(server.url, log);
    stopLater('pools', () => platform.close());
    const jobs = await pgBossJobQueue({ url: server.url, schema: 'tracks', log });
    stopLater('jobs', async () => jobs[Symbol.asyncDispose]());

    signal.throwIfAborted();
    const publicUrl = config.publicUrl ?? `http://localhost:${config.port}`;
    const subgraphs = localSubgraphs({ platform, config, secrets: openSecrets(config), jobs, transcoder, publicUrl });
    const metrics = createMetrics();
    const { gateway, revocations } = await localGateway({ platform, config, subgraphs, publicUrl, metrics, tracing, planner });
    stopLater('gateway', () => gateway.close());
    platformMetrics(metrics, platform, revocations);
    signal.throwIfAborted();
    const tasks = runTasks([
      revocations,
      platform.eventLog.sweeper,
      subgraphs.blobSweeper,
      ...subgraphs.all.flatMap(({ background }) => Object.values(background)),
    ]);
    steps.splice(1, 0, { name: 'background tasks', stop: () => tasks.stop() });
    await gateway.listen({ host: config.host, port: config.port }).catch((cause: unknown) => refusePort(config, cause));
    signal.throwIfAborted();
    return { url: publicUrl, transcoder: transcoder?.name, stopSteps: steps };
  } catch (error) {
    await undo(steps, log);
    throw error;
  }
}
