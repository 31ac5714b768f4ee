import { ANONYMOUS, type Caller } from '@veza/auth';
import { createMetrics, silentLog } from '@veza/telemetry';
import { OperationTypeNode } from 'graphql';
import type { LiveOperation } from '../../src/pipeline/live-operation.ts';
import { errorMask } from '../../src/pipeline/mask.ts';
import type { SubscriptionPlan } from '../../src/plan/subscription-plan.ts';
import { admissionDesk } from '../../src/subscriptions/live/admission-desk.ts';
import { deliveryLanes } from '../../src/subscriptions/live/delivery-lanes.ts';
import { liveGroups } from '../../src/subscriptions/live/groups.ts';
import { liveUpstreams } from '../../src/subscriptions/live/upstreams.ts';
import { liveMetrics } from '../../src/subscriptions/live/live-metrics.ts';

/** Groups that wait for nothing longer than a turn of the event loop. */
export function fakeGroups() {
  const metrics = createMetrics();
  const groups = liveGroups({
    upstreams: liveUpstreams(),
    desk: admissionDesk(),
    lanes: deliveryLanes(),
    metrics: liveMetrics(metrics),
    mask: errorMask(silentLog),
    log: silentLog,
    now: Date.now,
    random: () => 0,
  });
  return { groups, metrics };
}

/** An operation as the pipeline hands it over. @param released called when the group lets go of its supergraph */
export function operationOf(
  plan: SubscriptionPlan,
  after: string | undefined,
  rest: { caller?: Caller; released?: () => void } = {},
): LiveOperation {
  const { caller = ANONYMOUS, released = () => undefined } = rest;
  const { signal } = new AbortController();
  return {
    request: { query: 'subscription { log }', operationName: undefined, variables: undefined },
    origin: { transport: 'websocket', requestId: 'request-1', kinds: [OperationTypeNode.SUBSCRIPTION], signal },
    plan,
    variables: after === undefined ? {} : { after },
    meta: { caller, requestId: 'request-1', deadlineAt: 0, signal },
    release: released,
  };
}
