import { parse, type DocumentNode } from 'graphql';
import type { SupergraphSource } from './source.ts';

/** A subgraph that tells its own SDL. */
export interface AskedSubgraph {
  readonly name: string;
  readonly url: string;
}

const TIMEOUT_MS = 5_000;
/** Every look asks every subgraph. */
const POLL_MS = 10_000;
const BODY = JSON.stringify({ query: '{ _service { sdl } }' });

async function sdlOf({ name, url }: AskedSubgraph): Promise<DocumentNode> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: BODY,
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const answer = (await response.json()) as { readonly data?: { readonly _service?: { readonly sdl?: unknown } } | null };
    const sdl = answer.data?._service?.sdl;
    if (typeof sdl !== 'string') throw new Error(`status ${response.status} and no SDL`);
    return parse(sdl);
  } catch (cause) {
    throw new Error(`the subgraph "${name}" does not tell its SDL: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}

/** Asks subgraphs for their SDL and composes it. For development: what is served then depends on who was up when it was asked. */
export function introspectedSource(subgraphs: readonly AskedSubgraph[]): SupergraphSource {
  return {
    name: subgraphs.map(({ name }) => name).join(', '),
    pollMs: POLL_MS,
    async read() {
      const services = await Promise.all(subgraphs.map(async (subgraph) => ({ ...subgraph, typeDefs: await sdlOf(subgraph) })));
      // The composer is large, and only development needs it.
      const { composeServices } = await import('@apollo/composition');
      const { supergraphSdl, errors = [] } = composeServices(services);
      if (supergraphSdl === undefined) {
        const problems = errors.map(({ message }) => message.replaceAll(/\s+/g, ' ')).join('; ');
        throw new Error(`the subgraphs do not make a supergraph: ${problems}`);
      }
      return supergraphSdl;
    },
  };
}
