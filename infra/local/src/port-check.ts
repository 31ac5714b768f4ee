import { once } from 'node:events';
import { createServer } from 'node:net';
import { StartFailure } from './start-failure.ts';

const REASONS: Readonly<Record<string, string>> = {
  EADDRINUSE: 'is taken by another program; set PORT to a free one (PORT=4100 npm start)',
  EACCES: 'may not be opened by this user; set PORT to one above 1023',
  EADDRNOTAVAIL: 'is not on an address of this machine; set HOST to one that is',
};

/** Tells before anything is started whether the port can be had. Port 0 always can. */
export async function checkPort(host: string, port: number): Promise<void> {
  const server = createServer();
  try {
    server.listen(port, host);
    await once(server, 'listening');
  } catch (cause) {
    const reason = REASONS[(cause as NodeJS.ErrnoException).code ?? ''] ?? `cannot be opened (${(cause as Error).message})`;
    throw new StartFailure(`port ${port} on ${host} ${reason}`, { cause });
  }
  server.close();
  await once(server, 'close');
}
