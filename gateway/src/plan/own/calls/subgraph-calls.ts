import type { Clock } from '@veza/kernel';
import type { JsonObject } from '../../../transport/port.ts';
import { type BatchItem, evenParts } from '../fetch/batch.ts';
import type { Request } from './request.ts';
import type { Asker } from './asker.ts';
import { batcher } from './batcher.ts';
import { entityVariables } from './entity-variables.ts';
import type { CallMetrics } from './call-metrics.ts';
import { dispatch, type Outcome } from './dispatch.ts';
import { JOIN_WINDOW_MS, joining } from './in-flight.ts';
import { order } from './order.ts';
import { sharer } from './sharer.ts';
import type { EntityPart } from './wish.ts';

/** All calls of one executor to subgraphs. Nothing here rejects. */
export interface SubgraphCalls {
  /** Asks once, or takes part in an equal question that is under way. A mutation is always sent, and once. */
  fetch(request: Request, variables: JsonObject, asker: Asker): Promise<Outcome>;
  /** Asks for entities. @param extra variables beside the representations */
  fetchEntities(request: Request, items: readonly BatchItem[], extra: JsonObject, asker: Asker): Promise<readonly EntityPart[]>;
  /** The place of the latest call: an event that is known now is newer than all calls up to it. */
  readonly lastPlace: () => number;
}

/** How calls are saved. */
export interface SubgraphCallsOptions {
  /** Whether equal questions under way at the same time are sent once. */
  readonly dedupe: boolean;
  /** Whether fetches of entities of several requests go out together. */
  readonly batch: boolean;
  readonly clock: Clock;
  readonly metrics?: CallMetrics | undefined;
}

/** Makes the calls of one executor. Whoever waits for an answer waits no longer than its own deadline. */
export function subgraphCalls({ dedupe, batch, clock, metrics }: SubgraphCallsOptions): SubgraphCalls {
  const now = () => clock().getTime();
  const calls = order(JOIN_WINDOW_MS, now);
  const tools = { order: calls, mayJoin: joining(calls, now), now, metrics, dedupe };
  const { ask } = sharer(tools);
  const { load } = batcher(tools);

  /** What is sent is waited for, though its client is gone; only the deadline ends the waiting. */
  const mutate = (request: Request, variables: JsonObject, { meta, scope, presence }: Asker): Promise<Outcome> =>
    new Promise((resolve) => {
      metrics?.called(request.service);
      presence.onExpiry(resolve);
      void dispatch(request, variables, meta).then((outcome) => {
        calls.written(scope.writer);
        resolve(outcome);
      });
    });

  return {
    lastPlace: calls.last,
    fetch(request, variables, asker) {
      metrics?.asked(request.service);
      return request.operation.kind === 'mutation' ? mutate(request, variables, asker) : ask(request, variables, asker);
    },
    fetchEntities(request, items, extra, asker) {
      metrics?.asked(request.service);
      if (batch) return load(request, items, extra, asker);
      const extraJson = JSON.stringify(extra);
      return Promise.all(
        evenParts(items).map(async (part) => {
          metrics?.represented(request.service, part.length);
          const { values, json } = entityVariables(part, extra, extraJson);
          return { items: part, outcome: await ask(request, values, asker, json) };
        }),
      );
    },
  };
}
