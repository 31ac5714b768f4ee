import { pgBossJobQueue } from '@veza/jobs';
import { createMetrics, type Log, type StopStep } from '@veza/telemetry';
import { runTasks } from './background-tasks.ts';
import { openDataFolder } from './data-folder.ts';
import { databaseServer } from './database-server.ts';
import type { LocalConfig } from './env.ts';
import { localGateway } from './gateway.ts';
import { localTranscoder } from './local-transcoder.ts';
import { migrateAll } from './migrate-all.ts';
import { platform as openPlatform } from './platform.ts';
import { platformMetrics } from './platform-metrics.ts';
import { checkPort } from './port-check.ts';
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

/**
 * Starts everything in this process: Postgres, migrations, subgraphs, gateway, background tasks.
 * What was started is stopped again when a later part fails.
 * @throws StartFailure with one line that says what to do
 */
export async function startVeza(config: LocalConfig, log: Log, path: string): Promise<RunningVeza> {
  await checkPort(config.host, config.port);
  openDataFolder(config.dataDir);
  const steps: StopStep[] = [];
  const stopLater = (name: string, stop: StopStep['stop']) => steps.unshift({ name, stop });
  try {
    const server = await databaseServer(config, log);
    stopLater('postgres', () => server.stop());
    await migrateAll(server.url, log);
    const platform = openPlatform(server.url, log);
    stopLater('pools', () => platform.close());
    const jobs = await pgBossJobQueue({ url: server.url, schema: 'tracks', log });
    stopLater('jobs', async () => jobs[Symbol.asyncDispose]());

    const publicUrl = config.publicUrl ?? `http://localhost:${config.port}`;
    const transcoder = await localTranscoder(config, path);
    const subgraphs = localSubgraphs({ platform, config, secrets: openSecrets(config.dataDir), jobs, transcoder, publicUrl });
    const metrics = createMetrics();
    const { gateway, revocations } = await localGateway({ platform, config, subgraphs, publicUrl, metrics });
    stopLater('gateway', () => gateway.close());
    platformMetrics(metrics, platform, revocations);
    const tasks = runTasks([
      revocations,
      platform.eventLog.sweeper,
      subgraphs.blobSweeper,
      ...subgraphs.all.flatMap(({ background }) => Object.values(background)),
    ]);
    steps.splice(1, 0, { name: 'background tasks', stop: () => tasks.stop() });
    await gateway.listen({ host: config.host, port: config.port });
    return { url: publicUrl, transcoder: transcoder?.name, stopSteps: steps };
  } catch (error) {
    for (const { stop } of steps) await stop();
    throw error;
  }
}
