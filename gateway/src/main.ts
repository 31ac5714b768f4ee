import { fileURLToPath } from 'node:url';
import { InvalidConfig, StartFailure } from '@veza/config';
import { createLog, gracefulStop, openTracing } from '@veza/telemetry';
import { gatewayConfig } from './env.ts';
import { startGateway } from './start.ts';

const EXIT_BAD_CONFIG = 78;
/** For requests and sockets, beside the time that load balancers get. Milliseconds. */
const STOP_TIMEOUT_MS = 90_000;
const OWN_SUPERGRAPH = fileURLToPath(new URL('../../schema/supergraph.graphql', import.meta.url));

/** Tells why the start was given up, in one line where the reason is known, and ends. */
function giveUp(error: unknown): never {
  if (error instanceof InvalidConfig || error instanceof StartFailure) process.stderr.write(`veza gateway: ${error.message}\n`);
  else process.stderr.write(`veza gateway: the start failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(error instanceof InvalidConfig ? EXIT_BAD_CONFIG : 1);
}

try {
  // npm changes the working folder; a relative path is meant from where the command was given.
  const workingDirectory = process.env['INIT_CWD'] ?? process.cwd();
  const config = gatewayConfig(process.env, { workingDirectory, ownSupergraph: OWN_SUPERGRAPH });
  const log = createLog({ service: 'veza-gateway', level: config.logLevel, pretty: process.stdout.isTTY });
  const tracing = await openTracing('veza-gateway', process.env);
  const starting = startGateway(config, log, tracing);
  // It would end the process while nobody listens.
  process.on('SIGHUP', () => void starting.then(({ app }) => app.reload?.()).catch(() => undefined));
  gracefulStop({
    steps: () =>
      starting.then(
        ({ app }) => [
          { name: 'gateway', stop: app.close },
          { name: 'tracing', stop: () => tracing?.close() },
        ],
        () => [],
      ),
    log,
    timeoutMs: config.drainDelayMs + STOP_TIMEOUT_MS,
  });
  const { url, supergraph } = await starting;
  process.stdout.write(`Veza's gateway is ready at ${url}/graphql (${supergraph})\n`);
} catch (error) {
  giveUp(error);
}
