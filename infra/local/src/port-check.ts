import { once } from 'node:events';
import { createServer } from 'node:net';
import type { LocalConfig } from './env.ts';
import { type NamedPort, portFailure, StartFailure } from '@veza/config';

type Ports = Pick<LocalConfig, 'host' | 'port' | 'opsPort'>;

/** Both ports with their variables. */
function namedPorts({ host, port, opsPort }: Ports): readonly NamedPort[] {
  return [
    { variable: 'PORT', host, port },
    ...(opsPort === undefined ? [] : [{ variable: 'VEZA_OPS_PORT' as const, host, port: opsPort }]),
  ];
}

async function checkPort(named: NamedPort): Promise<void> {
  const server = createServer();
  try {
    server.listen(named.port, named.host);
    await once(server, 'listening');
  } catch (cause) {
    throw portFailure(named, cause);
  }
  server.close();
  await once(server, 'close');
}

/** Tells before anything is started whether the ports can be had. @throws StartFailure */
export async function checkPorts(config: Ports): Promise<void> {
  if (config.port === config.opsPort) throw new StartFailure('PORT and VEZA_OPS_PORT are the same; set one of them to another port');
  for (const named of namedPorts(config)) await checkPort(named);
}

/** Says of a port that was free at the check and is not any more what the check would have said. @throws StartFailure */
export function refusePort(config: Ports, cause: unknown): never {
  const taken = (cause as { readonly port?: number }).port;
  const named = namedPorts(config);
  throw portFailure(named.find(({ port }) => port === taken) ?? named[0]!, cause);
}
