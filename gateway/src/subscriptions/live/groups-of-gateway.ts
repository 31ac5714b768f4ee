import type { Log, Metrics } from '@veza/telemetry';
import type { Engine } from '../../pipeline/engine.ts';
import type { LiveOperation } from '../../pipeline/live-operation.ts';
import type { ServedSupergraphs } from '../../supergraph/served-supergraphs.ts';
import { admissionDesk } from './admission-desk.ts';
import { deliveryLanes } from './delivery-lanes.ts';
import type { SourceTools } from './group-source.ts';
import { liveGroups, type LiveGroups } from './groups.ts';
import { liveMetrics } from './live-metrics.ts';
import { liveUpstreams } from './upstreams.ts';

/** What a gateway gives its groups. */
export interface GatewayGroupsOptions extends Omit<SourceTools, 'upstreams'> {
  readonly supergraphs: ServedSupergraphs;
  /** Prepares operations on whatever supergraph is served. */
  readonly engine: Engine;
  /** From 0 up to 1. */
  readonly random: () => number;
  readonly metrics: Metrics;
  readonly log: Log;
}

/** The groups of a gateway; after every reload of the supergraph they go on with their operations as they are prepared there. */
export function groupsOfGateway({ supergraphs, engine, metrics, ...tools }: GatewayGroupsOptions): LiveGroups {
  const groups = liveGroups({
    ...tools,
    upstreams: liveUpstreams(),
    desk: admissionDesk(),
    lanes: deliveryLanes(),
    metrics: liveMetrics(metrics),
  });
  // Who asked first may be gone by now, and others go on: the caller is known already, and nobody's signal ends it.
  const prepareAgain = async ({ request, origin, meta: { caller } }: LiveOperation): Promise<LiveOperation | undefined> => {
    const outcome = await engine.run(request, { ...origin, caller, isPaid: true, signal: new AbortController().signal });
    return outcome.kind === 'streaming' ? outcome.operation : undefined;
  };
  let reloaded: Promise<unknown> = Promise.resolve();
  supergraphs.onSwap(() => {
    reloaded = reloaded
      .then(() => groups.reload(prepareAgain))
      .catch((error: unknown) => tools.log.error('subscription.not-reloaded', { error }));
  });
  return groups;
}
