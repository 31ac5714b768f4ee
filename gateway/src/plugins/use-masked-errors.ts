import type { Plugin } from '@envelop/core';
import type { OperationContext } from '../pipeline/context.ts';
import type { ErrorMask } from '../pipeline/mask.ts';
import type { Outcome } from '../pipeline/outcome.ts';
import type { PlanAnswer } from '../plan/executor.ts';
import { onOutcome } from './on-outcome.ts';

function maskedAnswer(answer: PlanAnswer, mask: ErrorMask, requestId: string): PlanAnswer {
  return answer.errors.length === 0 ? answer : { ...answer, errors: answer.errors.map((error) => mask(error, requestId)) };
}

function masked(outcome: Outcome, mask: ErrorMask, requestId: string): Outcome {
  switch (outcome.kind) {
    case 'refused':
      return { ...outcome, errors: outcome.errors.map((error) => mask(error, requestId)) };
    case 'answered':
      return outcome.answer.errors.length === 0 ? outcome : { ...outcome, answer: maskedAnswer(outcome.answer, mask, requestId) };
    case 'streaming':
      // What its events bring is masked once for everybody who shares them.
      return outcome;
  }
}

/** Masks every error that leaves, whichever step it comes from. First of the plugins, so that all others see what clients see. */
export function useMaskedErrors(mask: ErrorMask): Plugin<OperationContext> {
  return onOutcome((outcome, { origin }) => masked(outcome, mask, origin.requestId));
}
