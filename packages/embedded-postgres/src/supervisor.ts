import type { Log } from '@veza/telemetry';
import { setTimeout as sleep } from 'node:timers/promises';
import { EmbeddedPostgresFailure } from './failure.ts';
import { freePort, type Server, startServer } from './server.ts';
import type { SettingsName } from './server-settings.ts';
import { stopPostmaster } from './stop-postmaster.ts';
import type { Runner } from './unprivileged.ts';
import { watchOverParent } from './watcher.ts';

/** Another process may take the free port first. */
const PORT_ATTEMPTS = 3;
/** Starts in a row after the server died; the backends of a killed server need a moment to go. */
const RESTART_ATTEMPTS = 20;
const RESTART_PAUSE_MS = 250;

/** A server that is kept running until it is stopped. */
export interface SupervisedServer {
  readonly port: number;
  stop(): Promise<void>;
}

/** Starts the server, stops it with our process, and starts it again on the same port when it dies by itself (kill -9, out of memory). */
export async function superviseServer(runner: Runner, settings: SettingsName, log: Log): Promise<SupervisedServer> {
  const onLine = (line: string) => log.debug('postgres.log', { line });
  const { server: first, port } = await startOnFreePort(runner, settings, onLine);
  let server = first;
  let endWatch = watchOverParent(server.pid);
  let isStopping = false;

  const supervise = async () => {
    for (;;) {
      const end = await server.ended;
      endWatch();
      if (isStopping) return;
      log.error('postgres.died', { end });
      const next = await restart(
        () => startServer(runner, settings, { port, onLine }),
        () => isStopping,
      );
      if (!next) {
        log.error('postgres.given-up', { attempts: RESTART_ATTEMPTS });
        return;
      }
      server = next;
      endWatch = watchOverParent(server.pid);
      log.info('postgres.restarted', { pid: server.pid });
    }
  };
  const supervision = supervise();

  return {
    port,
    async stop() {
      isStopping = true;
      await stopPostmaster(server.pid, runner.binaries);
      await supervision;
    },
  };
}

async function startOnFreePort(
  runner: Runner,
  settings: SettingsName,
  onLine: (line: string) => void,
): Promise<{ server: Server; port: number }> {
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    try {
      return { server: await startServer(runner, settings, { port, onLine }), port };
    } catch (error) {
      if (attempt === PORT_ATTEMPTS) throw error;
    }
  }
}

async function restart(start: () => Promise<Server>, isStopping: () => boolean): Promise<Server | undefined> {
  for (let attempt = 0; attempt < RESTART_ATTEMPTS && !isStopping(); attempt += 1) {
    await sleep(RESTART_PAUSE_MS);
    try {
      return await start();
    } catch (error) {
      if (!(error instanceof EmbeddedPostgresFailure)) throw error;
    }
  }
  return undefined;
}
