import type { Plugin } from '@envelop/core';
import type { GraphQLError } from 'graphql';
import type { OperationContext } from '../pipeline/context.ts';
import { refused } from '../pipeline/outcome.ts';

type Problems = readonly GraphQLError[] | undefined;
type Stop = { readonly setResultAndStopExecution: (result: never) => void };

/** Waits only for what has to be waited for: most rules answer at once. */
function refuse(problems: Problems | Promise<Problems>, stop: Stop): Promise<void> | undefined {
  if (problems instanceof Promise) return problems.then((found) => refuse(found, stop));
  if (problems) stop.setResultAndStopExecution(refused('operation', problems) as never);
  return undefined;
}

/**
 * A plugin that may refuse an operation before it is planned; what comes after it does not see a refused operation.
 * @param problemsOf answers nothing for an operation that may go on
 */
export function refuseWhen(problemsOf: (context: OperationContext) => Problems | Promise<Problems>): Plugin<OperationContext> {
  return {
    onExecute: ({ args, setResultAndStopExecution }) => refuse(problemsOf(args.contextValue), { setResultAndStopExecution }),
    onSubscribe: ({ args, setResultAndStopExecution }) => refuse(problemsOf(args.contextValue), { setResultAndStopExecution }),
  };
}
