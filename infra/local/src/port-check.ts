import { once } from 'node:events';
import { createServer } from 'node:net';
import type { LocalConfig } from './env.ts';
import { StartFailure } from './start-failure.ts';

type Ports = Pick<LocalConfig, 'host' | 'port' | 'opsPort'>;

/** A port with the variable that sets it. */
interface NamedPort {
  readonly variable: 'PORT' | 'VEZA_OPS_PORT';
  readonly port: number;
}

const REASONS: Readonly<Record<string, (variable: string) => string>> = {
  EADDRINUSE: (variable) => `is taken by another program; set ${variable} to a free one (${variable}=4100 npm start)`,
  EACCES: (variable) => `may not be opened by this user; set ${variable} to one above 1023`,
  EADDRNOTAVAIL: () => 'is not on an address of this machine; set HOST to one that is',
  ENOTFOUND: () => 'cannot be had: there is no such host; set HOST to an address of this machine',
};

function failure(host: string, { variable, port }: NamedPort, cause: unknown): StartFailure {
  const { code = '', message } = cause as NodeJS.ErrnoException;
  const reason = REASONS[code]?.(variable) ?? `cannot be opened (${message}); set HOST and ${variable} to what can`;
  return new StartFailure(`port ${port} on ${host} ${reason}`, { cause });
}

/** Both ports with their variables. */
function namedPorts({ port, opsPort }: Ports): readonly NamedPort[] {
  return [{ variable: 'PORT', port }, ...(opsPort === undefined ? [] : [{ variable: 'VEZA_OPS_PORT' as const, port: opsPort }])];
}

async function checkPort(host: string, named: NamedPort): Promise<void> {
  const server = createServer();
  try {
    server.listen(named.port, host);
    await once(server, 'listening');
  } catch (cause) {
    throw failure(host, named, cause);
  }
  server.close();
  await once(server, 'close');
}

/** Tells before anything is started whether the ports can be had. @throws StartFailure */
export async function checkPorts(config: Ports): Promise<void> {
  if (config.port === config.opsPort) throw new StartFailure('PORT and VEZA_OPS_PORT are the same; set one of them to another port');
  for (const named of namedPorts(config)) await checkPort(config.host, named);
}

/** Says of a port that was free at the check and is not any more what the check would have said. @throws StartFailure */
export function refusePort(config: Ports, cause: unknown): never {
  const taken = (cause as { readonly port?: number }).port;
  throw failure(config.host, namedPorts(config).find(({ port }) => port === taken) ?? { variable: 'PORT', port: config.port }, cause);
}
