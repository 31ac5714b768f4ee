import type { Plugin } from '@envelop/core';
import type { GraphQLError } from 'graphql';
import type { OperationContext } from '../pipeline/context.ts';
import { refused } from '../pipeline/outcome.ts';

/**
 * A plugin that may refuse an operation before it is planned; what comes after it does not see a refused operation.
 * @param problemsOf answers nothing for an operation that may go on
 */
export function refuseWhen(problemsOf: (context: OperationContext) => readonly GraphQLError[] | undefined): Plugin<OperationContext> {
  return {
    onExecute({ args, setResultAndStopExecution }) {
      const problems = problemsOf(args.contextValue);
      if (problems) setResultAndStopExecution(refused('operation', problems));
    },
    onSubscribe({ args, setResultAndStopExecution }) {
      const problems = problemsOf(args.contextValue);
      if (problems) setResultAndStopExecution(refused('operation', problems));
    },
  };
}
