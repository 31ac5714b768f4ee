import { parse } from 'graphql';
import type { Pause } from '../../pace.ts';
import type { ExecutablePlan } from '../executor.ts';
import type { PlannedOperation } from '../planned-operation.ts';
import { type FetchNode, fetchCountOf } from '../query-plan.ts';
import { compileNode } from './compile.ts';
import type { CompileContext } from './context.ts';
import { compileErrorPlaces } from './fetch/error-places.ts';
import { type Program, run } from './run.ts';
import { compileSubscription } from './subscription.ts';
import { responseWriter } from './writer/writer.ts';

/** What plans of one supergraph run with. */
type RunTools = Pick<Program, 'calls' | 'clock' | 'introspect'>;

/** Compiles a planned operation to closures and a writer, with pauses for others. */
export async function executablePlan(
  { text, clientNames: names, answeredNames, queryPlan, writer: writerProgram }: PlannedOperation,
  compile: CompileContext,
  { pause, ...tools }: RunTools & { readonly pause: Pause },
): Promise<ExecutablePlan> {
  const { node } = queryPlan;
  const rest = node?.kind === 'Subscription' ? node.rest : node;
  await pause();
  const writer = responseWriter(writerProgram);
  await pause();
  const step = rest && (await compileNode(rest, [], { ...compile, pause }));
  await pause();
  const program: Program = { step, writer, placeErrors: compileErrorPlaces(answeredNames, new Map(names)), ...tools };
  const subscription = (primary: FetchNode) =>
    compileSubscription({ document: parse(text, { noLocation: true }), primary, program }, compile);
  return {
    fetchCount: fetchCountOf(node),
    execute: (request) => run(program, request),
    subscription: node?.kind === 'Subscription' ? subscription(node.primary) : undefined,
  };
}
