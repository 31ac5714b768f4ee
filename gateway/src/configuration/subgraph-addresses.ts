import { z } from 'zod';

/** Where one subgraph is, instead of where the supergraph says. */
export interface SubgraphAddress {
  readonly url?: string;
  readonly webSocketUrl?: string;
}

const HTTP = /^SUBGRAPH_URL_[A-Z\d_]+$/;
const WEB_SOCKET = /^SUBGRAPH_WS_URL_[A-Z\d_]+$/;

const http = z.url({ protocol: /^https?$/, error: 'must be an http or https address' });
const webSocket = z.url({ protocol: /^wss?$/, error: 'must be a ws or wss address' });

/** A shape for `SUBGRAPH_URL_<NAME>` and `SUBGRAPH_WS_URL_<NAME>`, whatever the names. */
export function addressShape(env: NodeJS.ProcessEnv): z.ZodRawShape {
  const names = Object.keys(env).filter((name) => env[name] !== '');
  return {
    ...Object.fromEntries(names.filter((name) => HTTP.test(name)).map((name) => [name, http])),
    ...Object.fromEntries(names.filter((name) => WEB_SOCKET.test(name)).map((name) => [name, webSocket])),
  };
}

/** What stands for a subgraph's name in a variable: `my-products` → `MY_PRODUCTS`. */
function variableName(subgraph: string): string {
  return subgraph.replaceAll(/[^A-Za-z\d]/g, '_').toUpperCase();
}

/** Finds the address that the environment names for a subgraph. @param given values of `addressShape` by variable */
export function addressOf(given: Readonly<Record<string, unknown>>): (subgraph: string) => SubgraphAddress {
  return (subgraph) => {
    const url = given[`SUBGRAPH_URL_${variableName(subgraph)}`];
    const webSocketUrl = given[`SUBGRAPH_WS_URL_${variableName(subgraph)}`];
    return { ...(typeof url === 'string' && { url }), ...(typeof webSocketUrl === 'string' && { webSocketUrl }) };
  };
}
