import { systemClock } from '@veza/kernel';
import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import type { SubgraphTransport } from '../transport/port.ts';
import { httpTransports, type HttpTransportsOptions } from './http-transports.ts';
import type { GatewayState } from './state.ts';

type Graph = readonly [name: string, url: string];

const state = (...graphs: readonly Graph[]): GatewayState => {
  const values = graphs.map(([name, url], index) => `G${index} @join__graph(name: "${name}", url: "${url}")`);
  return { document: parse(`enum join__Graph { ${values.join(' ')} } type Query { a: Int }`) } as unknown as GatewayState;
};
const opened = (options: Omit<HttpTransportsOptions, 'clock'>) => {
  const open = httpTransports({ ...options, clock: systemClock });
  return (...graphs: readonly Graph[]) => open(state(...graphs), (_service, transport) => transport);
};
const here = 'http://127.0.0.1:1/graphql';
const there = 'http://127.0.0.1:2/graphql';

describe('httpTransports', () => {
  it('goes on with the way to an address over a reload, until no supergraph uses it', async () => {
    const open = opened({ addressOf: () => ({}) });
    const first = open(['a', here], ['b', there]);
    const second = open(['a', here], ['b', here]);
    expect(second.transports.get('a')).toBe(first.transports.get('a'));
    expect(second.transports.get('b')).not.toBe(first.transports.get('b'));
    await first.close();
    const third = open(['a', here]);
    expect(third.transports.get('a')).toBe(first.transports.get('a'));
    await Promise.all([second.close(), third.close()]);
    const fourth = open(['a', here]);
    expect(fourth.transports.get('a')).not.toBe(first.transports.get('a'));
    await fourth.close();
  });

  it('makes parts of the gateway itself of what is internal, which may ask the others', async () => {
    const made: SubgraphTransport = { call: () => Promise.resolve({}), subscribe: () => [] as never, close: () => Promise.resolve() };
    let others: ReadonlyMap<string, SubgraphTransport> | undefined;
    const internal = (name: string, known: ReadonlyMap<string, SubgraphTransport>) => (
      (others = known),
      name === 'nodes' ? made : undefined
    );
    const open = opened({ addressOf: (name) => (name === 'moved' ? { url: there } : {}), internal });
    const { transports, close } = open(['a', here], ['nodes', 'internal:nodes'], ['moved', 'internal:nodes']);
    expect(transports.get('nodes')).toBe(made);
    expect([...transports.keys()].toSorted()).toEqual(['a', 'moved', 'nodes']);
    expect(others?.has('a')).toBe(true);
    await close();
  });

  it.each([[''], ['ftp://127.0.0.1/'], ['internal:nodes'], ['http://']])(
    'cannot reach a subgraph at "%s", and says which variable to set',
    (url) => {
      const open = opened({ addressOf: () => ({}) });
      expect(() => open(['my-cats', url])).toThrow('"my-cats" is; set SUBGRAPH_URL_MY_CATS');
    },
  );
});
