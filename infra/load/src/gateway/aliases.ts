import { startChild } from '../process/child.ts';
import type { Federation } from './fixture.ts';

const ALIASES = 100;

/**
 * Calls to subgraphs for one request that asks for a hundred tracks by aliases, each with its artist from another subgraph.
 * The limits are loose: by default no request may hold so many aliases.
 */
export async function callsForAliases(federation: Federation, keySet: object): Promise<number> {
  const settings = { supergraphSdl: federation.supergraphSdl, subgraphs: federation.urls, keySet, limits: 'loose', sharing: true };
  await using server = await startChild('ours, loose', 'infra/load/src/ours/gateway-main.ts', settings);
  const fields = Array.from({ length: ALIASES }, (_, index) => `a${index}: track(id: "track-${index * 8}") { title artist { username } }`);
  await federation.calls();
  const response = await fetch(server.address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: `{ ${fields.join(' ')} }` }),
  });
  const { data } = (await response.json()) as {
    readonly data: Readonly<Record<string, { readonly artist: { readonly username: string } }>>;
  };
  if (data[`a${ALIASES - 1}`]?.artist.username !== `person${ALIASES - 1}`) throw new Error('the aliases are answered wrongly');
  return federation.calls();
}
