import type { Plugin } from '@envelop/core';
import { Kind, OperationTypeNode, type DocumentNode } from 'graphql';
import type { OperationContext } from '../pipeline/context.ts';
import type { ForwardHeaders } from '../pipeline/forwarded-headers.ts';
import { refused, type Outcome } from '../pipeline/outcome.ts';
import type { PlanSource } from '../pipeline/plan-source.ts';
import type { Preparation } from '../pipeline/prepared.ts';
import type { PreparedOperations } from '../pipeline/prepared-operations.ts';
import type { PlanRequest } from '../plan/executor.ts';
import type { GatewayState } from '../supergraph/state.ts';
import type { EveryMember } from '../transport/port.ts';

/** Stands for the document inside envelop: what was made of it travels in the context. */
const SEEN: DocumentNode = { kind: Kind.DOCUMENT, definitions: [] };

/** The place in a trace of an operation's calls. A stream has no end, and a trace should have one: what its events need is traced on its own. */
function traceparentOf({ prepared, span, origin }: OperationContext): string | undefined {
  return prepared?.kind === OperationTypeNode.SUBSCRIPTION ? undefined : (span?.traceparent ?? origin.traceparent);
}

/** What travels with every call to a subgraph for this operation. */
function callMeta(context: OperationContext, { executionMs, forward }: PlanOptions): EveryMember {
  const { origin, caller, startedAt } = context;
  const { requestId, signal, clientAddress, idempotencyKey, userAgent } = origin;
  const deadlineAt = startedAt + executionMs;
  const traceparent = traceparentOf(context);
  const forwardedHeaders = forward?.(origin.headers ?? {});
  const variablesJson = undefined;
  return { caller, requestId, deadlineAt, signal, clientAddress, idempotencyKey, userAgent, traceparent, variablesJson, forwardedHeaders };
}

/** What the steps work with. */
export interface PlanOptions {
  readonly state: GatewayState;
  readonly operations: PreparedOperations;
  /** Milliseconds from the arrival of a request to its answer. */
  readonly executionMs: number;
  /** Headers that subgraphs see as they came; absent where tokens tell them who asks. */
  readonly forward?: ForwardHeaders;
  readonly planOf: PlanSource;
}

/**
 * The steps themselves: parsing and validation from the cache of prepared operations, execution by the plan.
 * Last of the plugins: it runs what no other has refused.
 */
export function usePlan(options: PlanOptions): Plugin<OperationContext> {
  const { state, operations, planOf } = options;
  const requestOf = (context: OperationContext): PlanRequest => ({
    variables: context.variables ?? {},
    meta: callMeta(context, options),
  });
  const execute = async ({ contextValue: context }: { contextValue?: OperationContext }): Promise<Outcome> => {
    try {
      const plan = await planOf(context!);
      return { kind: 'answered', answer: await plan.execute(requestOf(context!)) };
    } catch (error) {
      return refused('execution', [error as Error]);
    }
  };
  const subscribe = async ({ contextValue: context }: { contextValue?: OperationContext }): Promise<Outcome> => {
    try {
      const { request, origin } = context!;
      const { subscription } = await planOf(context!);
      return { kind: 'streaming', operation: { request, origin, plan: subscription!, ...requestOf(context!), release: () => undefined } };
    } catch (error) {
      return refused('execution', [error as Error]);
    }
  };
  return {
    onPluginInit: ({ setSchema }) => setSchema(state.apiSchema),
    onParse({ context, extendContext, setParsedDocument }) {
      setParsedDocument(SEEN);
      if (context.documentErrors) return;
      const take = (preparation: Preparation) =>
        extendContext(preparation.ok ? { prepared: preparation.prepared } : { documentErrors: preparation.errors });
      const preparation = operations.get(context.text ?? '', context.request.operationName);
      if (preparation instanceof Promise) extendContext({ preparing: preparation.then(take) });
      else take(preparation);
    },
    onValidate: ({ context, setResult }) => setResult(context.documentErrors ?? []),
    onExecute: ({ setExecuteFn }) => setExecuteFn(execute),
    onSubscribe: ({ setSubscribeFn }) => setSubscribeFn(subscribe),
  };
}
