import { envelop, type Plugin } from '@envelop/core';
import { ANONYMOUS } from '@veza/auth';
import { OperationTypeNode, type GraphQLError } from 'graphql';
import type { OperationContext, OperationRequest, RequestOrigin } from './context.ts';
import { refused, type Outcome } from './outcome.ts';

/** Runs operations. Every transport comes through here, so every transport has the same guard. */
export interface Engine {
  /** What goes wrong with the operation is in the outcome, masked. Rejects only for a fault of the gateway itself. */
  run(request: OperationRequest, origin: RequestOrigin): Promise<Outcome>;
}

/** Adds to every outcome what is only known once the operation is over, or refused. */
export type Settle = (outcome: Outcome, context: OperationContext) => Promise<Outcome>;

/**
 * Assembles the pipeline: who asks, then the document, then the plugins that may refuse, then the plan.
 * @param plugins in the order in which they look at an operation; the last one runs it
 * @param now epoch milliseconds
 * @param settle has the last word
 */
export function engine(plugins: readonly Plugin<OperationContext>[], now: () => number, settle?: Settle): Engine {
  const enveloped = envelop({ plugins: [...plugins] });
  const outcomeOf = async (context: OperationContext): Promise<Outcome> => {
    const { request } = context;
    const { parse, validate, contextFactory, execute, subscribe, schema } = enveloped(context);
    try {
      await contextFactory();
    } catch (error) {
      return refused('identity', [error as GraphQLError]);
    }
    const document: unknown = parse(request.query ?? '');
    if (context.preparing) await context.preparing;
    const invalid = validate(schema, document) as readonly GraphQLError[];
    if (invalid.length > 0) return refused('document', invalid);
    const run = context.prepared?.kind === OperationTypeNode.SUBSCRIPTION ? subscribe : execute;
    return (await run({ schema, document, contextValue: context })) as Outcome;
  };
  return {
    async run(request, origin) {
      const context: OperationContext = { request, origin, startedAt: now(), caller: origin.caller ?? ANONYMOUS };
      const outcome = await outcomeOf(context);
      return settle ? settle(outcome, context) : outcome;
    },
  };
}
