import { afterEach, describe } from 'vitest';
import { findTool } from './find-tool.ts';

/** An adapter that was opened for one test. */
export interface OpenAdapter<Adapter> {
  readonly adapter: Adapter;
  close(): Promise<void>;
}

/** How the contract suite of a port gets one of its adapters. `Args` is what the suite hands over, e.g. a clock. */
export interface AdapterFixture<Adapter, Args extends readonly unknown[] = []> {
  /** Shown in the test's name, e.g. `in-process`. */
  readonly name: string;
  /** Program without which this adapter cannot run here, e.g. `redis-server`; its suite is skipped, visibly. */
  readonly tool?: string;
  open(...args: Args): Promise<OpenAdapter<Adapter>>;
}

/** What the suite of a port gets. */
export interface AdapterSuite<Adapter, Args extends readonly unknown[] = []> {
  readonly name: string;
  /** A fresh adapter, closed after the test. */
  open(...args: Args): Promise<Adapter>;
}

/** Runs one contract suite on every adapter of a port. */
export function describeEachAdapter<Adapter, Args extends readonly unknown[] = []>(
  port: string,
  fixtures: readonly AdapterFixture<Adapter, Args>[],
  suite: (given: AdapterSuite<Adapter, Args>) => void,
): void {
  for (const fixture of fixtures) {
    const missing = fixture.tool !== undefined && findTool(fixture.tool) === undefined ? fixture.tool : undefined;
    const note = missing === undefined ? '' : ` (skipped: no ${missing})`;
    describe.skipIf(missing !== undefined)(`${port} › ${fixture.name}${note}`, () => {
      const opened: OpenAdapter<Adapter>[] = [];
      afterEach(async () => {
        for (const one of opened.splice(0).toReversed()) await one.close();
      });
      suite({
        name: fixture.name,
        async open(...args) {
          const one = await fixture.open(...args);
          opened.push(one);
          return one.adapter;
        },
      });
    });
  }
}
