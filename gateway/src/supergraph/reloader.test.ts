import { createMetrics } from '@veza/telemetry';
import { describe, expect, it } from 'vitest';
import { recordedLog } from '../../test/app-fixture/recorded-log.ts';
import { reloader } from './reloader.ts';
import type { ServedSupergraph } from './served-supergraph.ts';
import { servedSupergraphs } from './served-supergraphs.ts';

const served = (sdl: string) => ({ state: { sdl, hash: `#${sdl}` }, close: () => Promise.resolve() }) as unknown as ServedSupergraph;

/** A source that holds what the test puts there, and a gateway that serves everything but `bad`. */
function scene() {
  const { log, events } = recordedLog();
  const metrics = createMetrics();
  const supergraphs = servedSupergraphs(served('one'), log);
  const there: { text: string | Error; gate: Promise<void>; reads: number } = { text: 'one', gate: Promise.resolve(), reads: 0 };
  const prepared: string[] = [];
  const source = {
    name: 'the test',
    pollMs: 1,
    async read() {
      there.reads += 1;
      const { text } = there;
      await there.gate;
      if (text instanceof Error) throw text;
      return text;
    },
  };
  const prepare = async (sdl: string) => {
    prepared.push(sdl);
    if (sdl === 'bad') throw new Error('it is\n  bad');
    return served(sdl);
  };
  const reloads = reloader({ source, supergraphs, prepare, log, metrics });
  const failures = async () =>
    (await metrics.getMetricsAsJSON()).find(({ name }) => name === 'veza_supergraph_reload_failed_total')?.values[0];
  return { there, prepared, supergraphs, reloads, failures, told: () => events.map(({ event }) => event), events };
}

describe('reloader', () => {
  it('serves what is new and leaves what is not', async () => {
    const { there, prepared, supergraphs, reloads } = scene();
    expect(await reloads.reload()).toEqual({ kind: 'unchanged', hash: '#one' });
    there.text = 'two';
    expect(await reloads.reload()).toEqual({ kind: 'swapped', hash: '#two' });
    expect(supergraphs.current().state.sdl).toBe('two');
    expect(prepared).toEqual(['two']);
  });

  it('keeps what is served when the new one is bad or cannot be read, and says why in one line', async () => {
    const { there, supergraphs, reloads, failures, events } = scene();
    there.text = 'bad';
    expect(await reloads.reload()).toEqual({ kind: 'failed', hash: '#one', reason: 'it is bad' });
    there.text = new Error('gone');
    expect(await reloads.reload()).toMatchObject({ kind: 'failed', reason: 'gone' });
    expect(supergraphs.current().state.sdl).toBe('one');
    expect(await failures()).toMatchObject({ value: 2 });
    expect(events.filter(({ level }) => level === 'error')).toMatchObject([
      { event: 'supergraph.reload-failed', fields: { source: 'the test', reason: 'it is bad', serving: '#one' } },
      { fields: { reason: 'gone' } },
    ]);
  });

  it('tries a bad one once while it stays as it is, and again when it is told to', async () => {
    const { there, prepared, reloads } = scene();
    there.text = 'bad';
    await reloads.look();
    await reloads.look();
    expect(prepared).toEqual(['bad']);
    await reloads.reload();
    expect(prepared).toEqual(['bad', 'bad']);
    there.text = new Error('gone');
    await reloads.look();
    await reloads.look();
    there.text = 'bad';
    await reloads.look();
    expect(prepared).toEqual(['bad', 'bad', 'bad']);
  });

  it('goes back to the text before a bad one without a swap', async () => {
    const { there, reloads, told } = scene();
    there.text = 'bad';
    await reloads.look();
    there.text = 'one';
    await reloads.look();
    expect(told()).toEqual(['supergraph.reload-failed']);
  });

  it('reloads one at a time; who asks meanwhile hears of the next', async () => {
    const { there, prepared, reloads } = scene();
    let open = (): void => undefined;
    there.gate = new Promise((resolve) => (open = resolve));
    there.text = 'two';
    const first = reloads.reload();
    there.text = 'three';
    const second = reloads.reload();
    const third = reloads.reload();
    await reloads.look();
    open();
    expect(await first).toEqual({ kind: 'swapped', hash: '#two' });
    expect(await second).toEqual({ kind: 'swapped', hash: '#three' });
    expect(await third).toBe(await second);
    expect(prepared).toEqual(['two', 'three']);
    expect(there.reads).toBe(2);
  });
});
