import { silentLog } from '@veza/telemetry';
import { describe, expect, it } from 'vitest';
import type { ServedSupergraph } from './served-supergraph.ts';
import { servedSupergraphs } from './served-supergraphs.ts';

function fake(hash: string, closed: string[], close = () => Promise.resolve()): ServedSupergraph {
  const served = { state: { hash }, close: () => (closed.push(hash), close()) };
  return served as unknown as ServedSupergraph;
}

describe('servedSupergraphs', () => {
  it('closes what was served before when the last who works with it lets go', () => {
    const closed: string[] = [];
    const [one, two] = [fake('one', closed), fake('two', closed)];
    const supergraphs = servedSupergraphs(one, silentLog);
    const first = supergraphs.acquire();
    using second = supergraphs.acquire();
    supergraphs.swap(two);
    expect(supergraphs.current()).toBe(two);
    expect(supergraphs.acquire().served).toBe(two);
    first.release();
    first.release();
    expect(second.served).toBe(one);
    expect(closed).toEqual([]);
    second.release();
    expect(closed).toEqual(['one']);
  });

  it('closes what nobody works with at the swap, after everybody was told of it', () => {
    const closed: string[] = [];
    const supergraphs = servedSupergraphs(fake('one', closed), silentLog);
    const told: string[] = [];
    supergraphs.onSwap(() => {
      throw new Error('one listener does not keep the others from hearing');
    });
    const stop = supergraphs.onSwap((next, previous) => told.push(`${previous.state.hash} → ${next.state.hash}, closed: ${closed.join()}`));
    supergraphs.swap(fake('two', closed));
    expect(told).toEqual(['one → two, closed: ']);
    expect(closed).toEqual(['one']);
    stop();
    supergraphs.swap(fake('three', closed));
    expect(told).toHaveLength(1);
    expect(closed).toEqual(['one', 'two']);
  });

  it('closes all at the end, each once, though one cannot be closed', async () => {
    const closed: string[] = [];
    const supergraphs = servedSupergraphs(
      fake('one', closed, () => Promise.reject(new Error('stuck'))),
      silentLog,
    );
    const held = supergraphs.acquire();
    supergraphs.swap(fake('two', closed));
    await supergraphs.close();
    held.release();
    await supergraphs.close();
    expect(closed).toEqual(['one', 'two']);
  });
});
