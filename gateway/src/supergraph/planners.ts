import type { Limits } from '@veza/guard';
import type { Clock } from '@veza/kernel';
import type { Log, Metrics } from '@veza/telemetry';
import { plannerMeasurement } from '../plan/measured-planner.ts';
import { PLANNER_LIMITS, type Planner, workerPlanner } from '../plan/planner.ts';

/** Starts the planner of one supergraph. */
export type PlannerOf = (supergraphSdl: string) => Planner;

/** What planners of all supergraphs are made with. */
export interface PlannerTools {
  readonly clock: Clock;
  readonly log: Log;
  readonly limits: Pick<Limits, 'planningMs'>;
}

/** Starts planners in threads of their own. */
export function planners({ clock, log, limits }: PlannerTools): PlannerOf {
  const bounds = { ...PLANNER_LIMITS, wallLimitMs: limits.planningMs };
  return (supergraphSdl) => workerPlanner({ supergraphSdl, clock, log, limits: bounds });
}

/** Puts measurement around whatever planners there are; the durations are registered once. */
export function measuredPlanners(metrics: Metrics, plannerOf: PlannerOf): (supergraphSdl: string, started?: Planner) => Planner {
  const measured = plannerMeasurement(metrics);
  return (supergraphSdl, started) => measured(started ?? plannerOf(supergraphSdl));
}
