import { InvalidConfig, StartFailure } from '@veza/config';
import { gracefulStop, openTracing } from '@veza/telemetry';
import { banner } from './banner.ts';
import { localConfig } from './env.ts';
import { processLog } from './log-stream.ts';
import { startVeza } from './start.ts';

const EXIT_BAD_CONFIG = 78;
const STOP_TIMEOUT_MS = 20_000;

/** Tells why the start was given up, in one line where the reason is known, and ends. */
function giveUp(error: unknown): never {
  if (error instanceof InvalidConfig || error instanceof StartFailure) process.stderr.write(`veza: ${error.message}\n`);
  else process.stderr.write(`veza: the start failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(error instanceof InvalidConfig ? EXIT_BAD_CONFIG : 1);
}

const stopping = new AbortController();
try {
  const config = localConfig(process.env, process.cwd());
  const log = processLog(config.logLevel, process.stdout.isTTY);
  const tracing = await openTracing('veza', process.env);
  const starting = startVeza(config, { log, tracing, path: process.env['PATH'] ?? '', signal: stopping.signal });
  /** A start that is under way is given up, and has by then stopped what it began. */
  const stopSteps = async () => {
    stopping.abort();
    return starting.then(
      (veza) => veza.stopSteps,
      () => [],
    );
  };
  gracefulStop({ steps: stopSteps, log, timeoutMs: STOP_TIMEOUT_MS });
  const veza = await starting;
  process.stdout.write(`${banner({ ...veza, graphiql: config.graphiql, dataDir: config.dataDir, milliseconds: performance.now() })}\n`);
} catch (error) {
  if (!stopping.signal.aborted) giveUp(error);
}
