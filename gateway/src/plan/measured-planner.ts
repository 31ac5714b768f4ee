import { isErrorCode } from '@veza/graphql';
import { durations, type Metrics } from '@veza/telemetry';
import { GraphQLError } from 'graphql';
import type { Planner } from './planner.ts';

/** Puts measurement around a planner. */
export type PlannerMeasurement = (planner: Planner) => Planner;

const outcomeOf = (error: unknown): string => {
  const code = error instanceof GraphQLError ? error.extensions['code'] : undefined;
  return isErrorCode(code) ? code : 'INTERNAL_SERVER_ERROR';
};

/** Registers the durations of planning, the wait for the planner's thread included; put around the planner of every supergraph. */
export function plannerMeasurement(metrics: Metrics): PlannerMeasurement {
  const duration = durations(metrics, {
    name: 'veza_plan_duration_seconds',
    help: 'From the wish for a plan that is not there to the plan, the wait for the planner included',
    labels: ['outcome'],
  });
  return (planner) => ({
    ready: planner.ready,
    close: () => planner.close(),
    async run(job) {
      if (job.kind !== 'plan') return planner.run(job);
      const startedAt = performance.now();
      const observe = (outcome: string) => duration.observe({ outcome }, (performance.now() - startedAt) / 1000);
      try {
        const plan = await planner.run(job);
        observe('ok');
        return plan;
      } catch (error) {
        observe(outcomeOf(error));
        throw error;
      }
    },
  });
}
