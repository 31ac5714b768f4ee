import { createHash } from 'node:crypto';
import { counter, type Log, type Metrics } from '@veza/telemetry';
import type { ServedSupergraph } from './served-supergraph.ts';
import type { SwappableSupergraphs } from './served-supergraphs.ts';
import type { SupergraphSource } from './source.ts';

/** How a reload went. `hash` names the supergraph that is served now. */
export type ReloadOutcome =
  | { readonly kind: 'unchanged' | 'swapped'; readonly hash: string }
  | { readonly kind: 'failed'; readonly hash: string; readonly reason: string };

/** Puts the supergraph of a source into service whenever it changes. */
export interface Reloader {
  /**
   * Reads the source now and serves what it holds, also what failed before. One reload at a time: whoever asks during one
   * gets the outcome of the next.
   */
  reload(): Promise<ReloadOutcome>;
  /** Looks at the source and reloads when its text is another than the last one that was looked at. Never rejects. */
  look(): Promise<void>;
}

/** What reloads need. */
export interface ReloaderOptions {
  readonly source: SupergraphSource;
  readonly supergraphs: SwappableSupergraphs;
  /** Makes a supergraph ready to be served, tested and with the plans that are needed most. Rejects when it is not fit. */
  readonly prepare: (sdl: string, present: ServedSupergraph) => Promise<ServedSupergraph>;
  readonly log: Log;
  readonly metrics: Metrics;
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');
/** One line, whatever the parser or the planner wrote. */
const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error)).replaceAll(/\s+/g, ' ').trim();

/** Any failure keeps what is served, and says so. */
export function reloader({ source, supergraphs, prepare, log, metrics }: ReloaderOptions): Reloader {
  const swaps = counter(metrics, { name: 'veza_supergraph_reloads_total', help: 'Supergraphs that took the place of another' });
  const failures = counter(metrics, { name: 'veza_supergraph_reload_failed_total', help: 'Supergraphs that could not be read or served' });
  /** What was looked at last: a text by its hash, or why there was none. */
  let seen = hashOf(supergraphs.current().state.sdl);
  let running: Promise<ReloadOutcome> | undefined;
  let next: Promise<ReloadOutcome> | undefined;

  const failed = (error: unknown): ReloadOutcome => {
    const { hash } = supergraphs.current().state;
    const reason = reasonOf(error);
    failures.inc();
    log.error('supergraph.reload-failed', { source: source.name, reason, serving: hash });
    return { kind: 'failed', hash, reason };
  };
  const serve = async (sdl: string): Promise<ReloadOutcome> => {
    const present = supergraphs.current();
    if (sdl === present.state.sdl) return { kind: 'unchanged', hash: present.state.hash };
    const startedAt = performance.now();
    const served = await prepare(sdl, present);
    supergraphs.swap(served);
    swaps.inc();
    const { hash } = served.state;
    log.info('supergraph.reloaded', { hash, previous: present.state.hash, durationMs: Math.round(performance.now() - startedAt) });
    return { kind: 'swapped', hash };
  };
  const attempt = async (): Promise<ReloadOutcome> => {
    try {
      const sdl = await source.read();
      seen = hashOf(sdl);
      return await serve(sdl);
    } catch (error) {
      return failed(error);
    }
  };
  const start = (): Promise<ReloadOutcome> => {
    running = attempt().finally(() => (running = undefined));
    return running;
  };
  const reload = (): Promise<ReloadOutcome> => {
    if (!running) return start();
    next ??= running.then(() => {
      next = undefined;
      return start();
    });
    return next;
  };

  return {
    reload,
    async look() {
      if (running) return;
      const look = await source.read().then(hashOf, (error: unknown) => `unreadable: ${reasonOf(error)}`);
      if (look === seen) return;
      seen = look;
      await reload();
    },
  };
}
