import type { Plugin } from '@envelop/core';
import type { GraphQLError } from 'graphql';
import type { OperationContext } from '../pipeline/context.ts';
import { refused, type Outcome } from '../pipeline/outcome.ts';

/** Sees how an operation went, and may put another outcome in its place. */
export type OutcomeHook = (outcome: Outcome, context: OperationContext) => Outcome | void;

/** envelop types results as graphql-js makes them; ours travel through it as they are. */
type Travelling = { result: unknown; setResult: (result: never) => void };

function apply(hook: OutcomeHook, context: OperationContext, { result, setResult }: Travelling): void {
  const replacement = hook(result as Outcome, context);
  if (replacement) setResult(replacement as never);
}

const errorsOf = (outcome: Outcome | void) => (outcome && outcome.kind === 'refused' ? outcome.errors : undefined);

/**
 * A plugin that looks at every outcome exactly once: refused for who asks, refused for the document, refused by a later plugin, or run.
 * Hooks of earlier plugins come first.
 */
export function onOutcome(hook: OutcomeHook): Plugin<OperationContext> {
  return {
    onPluginInit({ registerContextErrorHandler }) {
      registerContextErrorHandler(({ context, error, setError }) => {
        const replaced = errorsOf(hook(refused('identity', [error as GraphQLError]), context as unknown as OperationContext));
        if (replaced?.[0]) setError(replaced[0]);
      });
    },
    onValidate({ context }) {
      return ({ result, setResult }) => {
        if (result.length === 0) return;
        const replaced = errorsOf(hook(refused('document', result as readonly GraphQLError[]), context));
        if (replaced) setResult([...replaced]);
      };
    },
    onExecute({ args }) {
      return { onExecuteDone: (done) => apply(hook, args.contextValue, done) };
    },
    onSubscribe({ args }) {
      return { onSubscribeResult: (done) => apply(hook, args.contextValue, done) };
    },
  };
}
