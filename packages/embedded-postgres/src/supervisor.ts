import type { Log } from '@veza/telemetry';
import { setTimeout as sleep } from 'node:timers/promises';
import { EmbeddedPostgresFailure } from './failure.ts';
import { freePort, type Server, type ServerPlan, startServer } from './server.ts';
import type { SettingsName } from './server-settings.ts';
import { stopPostmaster } from './stop-postmaster.ts';
import type { Runner } from './unprivileged.ts';

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

/** What a server is kept running with. */
export interface SupervisionPlan {
  readonly settings: SettingsName;
  readonly log: Log;
  /** Gives the first start up; later ones end with `stop`. */
  readonly signal: AbortSignal;
}

/** Starts the server, stops it with our process, and starts it again on the same port when it dies by itself (kill -9, out of memory). */
export async function superviseServer(runner: Runner, { settings, log, signal }: SupervisionPlan): Promise<SupervisedServer> {
  const onLine = (line: string) => log.debug('postgres.log', { line });
  const { server: first, port } = await startOnFreePort(runner, { settings, onLine, signal });
  let server = first;
  const stopping = new AbortController();

  const supervise = async () => {
    for (;;) {
      const end = await server.ended;
      if (stopping.signal.aborted) return;
      log.error('postgres.died', { end });
      const next = await restart(() => startServer(runner, { settings, port, onLine, signal: stopping.signal }), stopping.signal);
      if (!next) {
        if (stopping.signal.aborted) return;
        log.error('postgres.given-up', { attempts: RESTART_ATTEMPTS });
        return;
      }
      server = next;
      log.info('postgres.restarted', { pid: server.pid });
    }
  };
  const supervision = supervise();

  return {
    port,
    async stop() {
      stopping.abort();
      await stopPostmaster(server.pid, runner.binaries);
      await supervision;
    },
  };
}

async function startOnFreePort(runner: Runner, plan: Omit<ServerPlan, 'port'>): Promise<{ server: Server; port: number }> {
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    try {
      return { server: await startServer(runner, { ...plan, port }), port };
    } catch (error) {
      if (attempt === PORT_ATTEMPTS || plan.signal.aborted) throw error;
    }
  }
}

async function restart(start: () => Promise<Server>, signal: AbortSignal): Promise<Server | undefined> {
  for (let attempt = 0; attempt < RESTART_ATTEMPTS && !signal.aborted; attempt += 1) {
    await sleep(RESTART_PAUSE_MS);
    try {
      return await start();
    } catch (error) {
      if (!(error instanceof EmbeddedPostgresFailure) && !signal.aborted) throw error;
    }
  }
  return undefined;
}
