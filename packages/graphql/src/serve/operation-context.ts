import type { Clock } from '@veza/kernel';
import { EVENT_DEADLINE_MS } from '../execution/event-deadline.ts';
import { OPERATION_LIFETIME, type OperationLifetime } from '../operation-lifetime.ts';
import type { RequestMeta, Subgraph } from '../subgraph.ts';

/** mercurius copies fields of `connection_init` into `context.request.headers`; there they touch nothing of ours. */
const withHeaders = (request: RequestMeta): RequestMeta => ({ ...request, headers: {} }) as RequestMeta;

/**
 * A subgraph's context in the form that mercurius keeps for a whole subscription: it is spread and extended, so it is a plain copy,
 * and it renews itself in place before each event.
 */
export function operationContext(subgraph: Subgraph, request: RequestMeta, end: () => void, clock: Clock): Record<PropertyKey, unknown> {
  const fresh = (meta: RequestMeta) => subgraph.context(withHeaders(meta));
  const lifetime: OperationLifetime = {
    renew: (context) => void Object.assign(context, fresh({ ...request, deadlineAt: clock().getTime() + EVENT_DEADLINE_MS })),
    end,
  };
  return { ...fresh(request), [OPERATION_LIFETIME]: lifetime };
}
