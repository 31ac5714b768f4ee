import { graphqlError } from '@veza/graphql';
import { OperationTypeNode } from 'graphql';
import { operationRequest } from '../http/body.ts';
import type { RequestOrigin } from '../pipeline/context.ts';
import type { Engine } from '../pipeline/engine.ts';
import type { ErrorMask } from '../pipeline/mask.ts';
import type { JsonObject } from '../transport/port.ts';
import type { OperationEnd } from './operation-end.ts';
import type { Outgoing } from './outgoing.ts';
import type { LiveGroups } from './live/groups.ts';
import { serverMessage } from './protocol.ts';
import type { SocketMetrics } from './socket-metrics.ts';
import { socketOperation, type SocketOperation } from './socket-operation.ts';

/** How the start of an operation went. `taken`: its id is still in use. */
export type StartVerdict = 'started' | 'taken' | 'too many';

/** The operations of one socket, by the ids that the client chose. */
export interface RunningOperations {
  /** Reserves the id at once and runs the operation. @param payload of `subscribe` */
  start(id: string, payload: JsonObject): StartVerdict;
  /** Stops one; an id that is unknown is ignored. */
  stop(id: string): void;
  stopAll(): void;
}

/** What operations of a socket work with. */
export interface RunningOptions {
  readonly engine: Engine;
  readonly groups: LiveGroups;
  readonly mask: ErrorMask;
  readonly outgoing: Outgoing;
  readonly metrics: SocketMetrics;
  /** Operations that may run at once. */
  readonly max: number;
  /** How a new operation came in. */
  readonly origin: () => Omit<RequestOrigin, 'signal' | 'kinds' | 'transport'>;
  /** An operation ended in a way that ends its socket too. */
  readonly onFatal: (end: Exclude<OperationEnd, 'done'>) => void;
}

const EVERY_KIND = [OperationTypeNode.QUERY, OperationTypeNode.MUTATION, OperationTypeNode.SUBSCRIPTION];

/** No operation yet. */
export function runningOperations(options: RunningOptions): RunningOperations {
  const { engine, groups, mask, outgoing, metrics, max, onFatal } = options;
  const running = new Map<string, SocketOperation>();

  const run = async (id: string, payload: JsonObject, operation: SocketOperation): Promise<void> => {
    metrics.operationStarted();
    const origin = { ...options.origin(), transport: 'websocket' as const, kinds: EVERY_KIND };
    const end = await operation.run(() => operationRequest(payload), origin);
    metrics.operationEnded();
    if (running.get(id) === operation) running.delete(id);
    if (end !== 'done') onFatal(end);
  };

  return {
    start(id, payload) {
      if (running.has(id)) return 'taken';
      if (running.size >= max) {
        const error = graphqlError('RATE_LIMITED', `A socket carries at most ${max} operations at once.`, {
          limit: { name: 'socketOperations', max, actual: max + 1 },
        });
        outgoing.send(serverMessage.error(id, [mask(error, options.origin().requestId)]));
        return 'too many';
      }
      const operation = socketOperation({ id, engine, groups, mask, outgoing });
      running.set(id, operation);
      void run(id, payload, operation);
      return 'started';
    },
    stop(id) {
      running.get(id)?.stop();
      running.delete(id);
    },
    stopAll() {
      for (const operation of running.values()) operation.stop();
      running.clear();
    },
  };
}
