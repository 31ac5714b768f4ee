import { countEach, type Metrics } from '@veza/telemetry';

/** Counts how many calls the fetches of plans need: what de-duplication and batching save. Services are names of subgraphs. */
export interface CallMetrics {
  /** A fetch of a plan asks. */
  readonly asked: (service: string) => void;
  /** A call leaves. */
  readonly called: (service: string) => void;
  /** A fetch is answered, at least in part, by a call that had left before. */
  readonly joined: (service: string) => void;
  /** A call for entities leaves with so many of them. */
  readonly represented: (service: string, count: number) => void;
}

/** Registers the counts. */
export function callMetrics(metrics: Metrics): CallMetrics {
  const label = 'subgraph';
  return {
    asked: countEach(metrics, { name: 'veza_plan_fetches_total', help: 'Fetches of plans that subgraphs had to answer', label }),
    called: countEach(metrics, { name: 'veza_plan_calls_total', help: 'Calls to subgraphs that left for them', label }),
    joined: countEach(metrics, { name: 'veza_plan_joined_total', help: 'Fetches answered by a call in flight', label }),
    represented: countEach(metrics, { name: 'veza_plan_entities_total', help: 'Entities asked for in calls', label }),
  };
}
