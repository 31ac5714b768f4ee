import type { Plugin } from '@envelop/core';
import type { OperationContext } from '../pipeline/context.ts';
import { refuseWhen } from './refuse-when.ts';

/** Coerces the variables, puts the document's constants among them and checks the pages they ask for. */
export function useVariables(): Plugin<OperationContext> {
  return refuseWhen((context) => {
    const { prepared, request } = context;
    if (!prepared) return undefined;
    const coerced = prepared.coerceVariables(request.variables);
    if (!coerced.ok) return coerced.errors;
    const variables = Object.assign(coerced.values, prepared.literals);
    const problem = prepared.pages.problemWith(variables);
    if (problem) return [problem];
    context.variables = variables;
    return undefined;
  });
}
