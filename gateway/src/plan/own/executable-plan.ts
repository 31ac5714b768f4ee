import type { Pause } from '../../pace.ts';
import type { DistinctNames } from '../distinct-names.ts';
import type { ExecutablePlan } from '../executor.ts';
import { fetchCountOf, type QueryPlan } from '../query-plan.ts';
import { compileNode } from './compile.ts';
import type { CompileContext } from './context.ts';
import { compileErrorPlaces } from './fetch/error-places.ts';
import type { Introspect } from './introspection.ts';
import { type Program, run } from './run.ts';
import { compileSubscription } from './subscription.ts';
import { responseWriter } from './writer/writer.ts';

/** A compiled plan and what it weighs. */
export interface CompiledPlan {
  readonly plan: ExecutablePlan;
  /** Characters of generated code. */
  readonly codeLength: number;
}

/** What plans of one supergraph run with. */
type RunTools = Pick<Program, 'calls' | 'clock'>;

/** An operation and everything that has been made of it before compiling. */
export interface PlannedOperation extends DistinctNames {
  readonly queryPlan: QueryPlan;
  readonly introspect: Introspect | undefined;
}

/** Compiles a planned operation to closures and a writer, with pauses for others. */
export async function executablePlan(
  { document, clientNames, queryPlan, introspect }: PlannedOperation,
  compile: CompileContext,
  { pause, ...tools }: RunTools & { readonly pause: Pause },
): Promise<CompiledPlan> {
  const { node } = queryPlan;
  const rest = node?.kind === 'Subscription' ? node.rest : node;
  const writer = responseWriter(document, { schema: compile.apiSchema, entityTypes: compile.types.entityTypes, clientNames });
  await pause();
  const step = rest && (await compileNode(rest, [], { ...compile, pause }));
  await pause();
  const program: Program = { step, introspect, writer, placeErrors: compileErrorPlaces(document, clientNames), ...tools };
  return {
    codeLength: writer.codeLength,
    plan: {
      fetchCount: fetchCountOf(node),
      execute: (request) => run(program, request),
      subscription: node?.kind === 'Subscription' ? compileSubscription({ document, primary: node.primary, program }, compile) : undefined,
    },
  };
}
