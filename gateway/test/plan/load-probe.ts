import dns from 'node:dns';
import { createRequire } from 'node:module';
import net from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { systemClock } from '@veza/kernel';
import { silentLog } from '@veza/telemetry';

/** Where this process wanted to connect to, or which names it looked up. */
const sockets: string[] = [];
const connect = net.Socket.prototype.connect;
net.Socket.prototype.connect = function (this: net.Socket, ...args: unknown[]) {
  sockets.push(JSON.stringify(args[0]));
  return (connect as (...all: unknown[]) => net.Socket).apply(this, args);
} as typeof connect;
const { lookup } = dns;
dns.lookup = ((name: string, ...rest: unknown[]) => {
  sockets.push(name);
  return (lookup as (...all: unknown[]) => void)(name, ...rest);
}) as typeof lookup;

const { cache } = createRequire(import.meta.url);
const apolloModules = () => Object.keys(cache).filter((path) => path.includes('@apollo/gateway/')).length;

await import('../../src/app.ts');
const { referencePlanExecutor } = await import('../../src/plan/reference.ts');
console.log(JSON.stringify({ apolloModules: apolloModules(), sockets }));

const { composedFixture, fixtureNames, fixtureSubgraph, callMeta } = await import('../executor/fixture.ts');
const { inProcessTransport } = await import('../../src/transport/in-process.ts');
const transports = new Map(fixtureNames.map((name) => [name as string, inProcessTransport(fixtureSubgraph(name))]));
const executor = referencePlanExecutor({ ...composedFixture(), transports, introspection: true, clock: systemClock, log: silentLog });
await executor.ready;
const plan = await executor.prepare('{ me { name } }');
const { dataJson } = await plan.execute({ variables: {}, meta: callMeta() });
// Exporters and detectors of clouds begin a moment after they are loaded.
await sleep(500);
// oxlint-disable-next-line node/no-process-env -- the switch of Apollo's packages is what is looked at
const telemetry = process.env['APOLLO_TELEMETRY_DISABLED'];
console.log(JSON.stringify({ isLoaded: apolloModules() > 0, sockets, telemetry, answer: dataJson }));
await executor.close();
