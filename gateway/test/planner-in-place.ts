import type { Planner } from '../src/plan/planner.ts';
import { plannerWork } from '../src/plan/planner-work.ts';

/** A planner without a thread: some test files have dozens of supergraphs. Each job is done once. */
export function plannerInPlace(supergraphSdl: string): Planner {
  const { definitions, run } = plannerWork(supergraphSdl);
  const known = new Map<string, string>();
  return {
    ready: Promise.resolve(definitions),
    async run(job) {
      const key = JSON.stringify(job);
      const result = known.get(key) ?? run(job);
      known.set(key, result);
      return result;
    },
    close: () => Promise.resolve(),
  };
}
