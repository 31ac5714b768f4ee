import type { Limits } from '@veza/guard';
import type { Clock } from '@veza/kernel';
import type { TokenFor } from '../transport/call-headers.ts';
import { httpTransport } from '../transport/http.ts';
import type { SubgraphTransport } from '../transport/port.ts';
import type { OpenTransports, TransportDecorator } from './open-transports.ts';
import type { GatewayState } from './state.ts';
import { listedSubgraphs, type ListedSubgraph } from './subgraph-list.ts';

/** How subgraphs behind sockets are reached. */
export interface HttpTransportsOptions {
  /** Addresses that win over those of the supergraph. */
  readonly addressOf: (subgraph: string) => { readonly url?: string; readonly webSocketUrl?: string };
  /** Absent where headers are passed on instead. */
  readonly tokenFor?: TokenFor;
  readonly clock: Clock;
  /** Bounds of answers; the usual ones unless given. */
  readonly limits?: Limits;
  /** Subgraphs that live in this process, by their name; `others` are the ways to all that do not. */
  readonly internal?: (name: string, others: ReadonlyMap<string, SubgraphTransport>) => SubgraphTransport | undefined;
}

/** A way to one address, and how many supergraphs use it. */
interface Shared {
  readonly transport: SubgraphTransport;
  users: number;
}

/** A URL of this form says that the subgraph is a part of the gateway. */
const INTERNAL = /^internal:/;

/**
 * Opens ways to subgraphs by HTTP and WebSocket. A supergraph that names an address which the one before it named, too, gets the same way:
 * its connections and subscriptions go on.
 */
export function httpTransports(options: HttpTransportsOptions): (state: GatewayState, around: TransportDecorator) => OpenTransports {
  const { addressOf, tokenFor, clock, limits, internal } = options;
  const open = new Map<string, Shared>();

  const addressFor = ({ name, url: listed }: ListedSubgraph) => {
    const { url = listed, webSocketUrl } = addressOf(name);
    if (!/^https?:/.test(url) || !URL.canParse(url)) {
      const variable = `SUBGRAPH_URL_${name.replaceAll(/[^A-Za-z\d]/g, '_').toUpperCase()}`;
      throw new Error(`the supergraph does not say where the subgraph "${name}" is; set ${variable}`);
    }
    return { name, url, ...(webSocketUrl !== undefined && { webSocketUrl }) };
  };
  const share = (key: string): Shared => {
    const known = open.get(key);
    if (known) return known;
    const address = JSON.parse(key) as ReturnType<typeof addressFor>;
    const transport = httpTransport({ ...address, clock, ...(limits && { limits }), ...(tokenFor && { tokenFor }) });
    const made = { transport, users: 0 };
    open.set(key, made);
    return made;
  };
  const leave = async (key: string): Promise<void> => {
    const shared = open.get(key)!;
    shared.users -= 1;
    if (shared.users > 0) return;
    open.delete(key);
    await shared.transport.close();
  };

  return ({ document }, around) => {
    const subgraphs = listedSubgraphs(document);
    const isInternal = ({ name, url }: ListedSubgraph) => internal !== undefined && INTERNAL.test(url) && addressOf(name).url === undefined;
    const keys = subgraphs
      .filter((subgraph) => !isInternal(subgraph))
      .map((subgraph) => [subgraph.name, JSON.stringify(addressFor(subgraph))] as const);
    const transports = new Map<string, SubgraphTransport>();
    for (const [name, key] of keys) {
      const shared = share(key);
      shared.users += 1;
      transports.set(name, around(name, shared.transport));
    }
    for (const { name } of subgraphs.filter(isInternal)) {
      const transport = internal?.(name, transports);
      if (transport) transports.set(name, around(name, transport));
    }
    return {
      transports,
      async close() {
        await Promise.all(keys.map(([, key]) => leave(key)));
      },
    };
  };
}
