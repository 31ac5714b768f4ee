import type { Clock } from '@veza/kernel';
import type { DocumentNode } from 'graphql';
import type { ExecutablePlan } from '../executor.ts';
import { fetchCountOf, type QueryPlan } from '../query-plan.ts';
import { compileNode } from './compile.ts';
import type { CompileContext } from './context.ts';
import { compileErrorPlaces } from './error-places.ts';
import { compileIntrospection } from './introspection.ts';
import { type Program, run } from './run.ts';
import { compileSubscription, type Subscribe } from './subscription.ts';
import { responseWriter } from './writer.ts';

/** A compiled plan and what it weighs. */
export interface CompiledPlan {
  readonly plan: ExecutablePlan;
  /** Characters of generated code. */
  readonly codeLength: number;
}

const noEvents: Subscribe = () => {
  throw new Error('this operation is no subscription');
};

/** Compiles a planned operation to closures and a writer. */
export function executablePlan(document: DocumentNode, { node }: QueryPlan, compile: CompileContext, clock: Clock): CompiledPlan {
  const { apiSchema: schema, types } = compile;
  const rest = node?.kind === 'Subscription' ? node.rest : node;
  const writer = responseWriter(document, { schema, entityTypes: types.entityTypes });
  const program: Program = {
    step: rest && compileNode(rest, [], compile),
    introspect: compileIntrospection(document, schema),
    writer,
    placeErrors: compileErrorPlaces(document),
    clock,
  };
  return {
    codeLength: writer.codeLength,
    plan: {
      fetchCount: fetchCountOf(node),
      execute: (request) => run(program, request),
      subscribe: node?.kind === 'Subscription' ? compileSubscription(node.primary, program, compile) : noEvents,
    },
  };
}
