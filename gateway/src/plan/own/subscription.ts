import { graphqlError } from '@veza/graphql';
import { GraphQLError } from 'graphql';
import { type SubgraphAnswer, SubgraphFailure } from '../../transport/port.ts';
import type { PlanAnswer, PlanRequest } from '../executor.ts';
import type { FetchNode } from '../query-plan.ts';
import { checkedAnswer } from './calls/dispatch.ts';
import type { CompileContext } from './context.ts';
import { failureError, maskedError } from './errors.ts';
import { inOrder } from './in-order.ts';
import { requestOf, rootFieldsOf } from './request.ts';
import { takeRootAnswer } from './fetch/root-fetch.ts';
import { type Program, run } from './run.ts';
import { pickVariables } from './fetch/send.ts';

/** Events of one subscription that are joined at the same time; answers leave in order all the same. */
const WINDOW = 32;

/** Time for the joins of one event. Milliseconds. */
const EVENT_TIMEOUT_MS = 10_000;

/** Runs a subscription: one answer per event. */
export type Subscribe = (request: PlanRequest) => AsyncIterable<PlanAnswer>;

type Answers = AsyncGenerator<PlanAnswer, void, undefined>;

/** An iterator that lets go of its source at the end, after a failure, and when it is given up, even while it waits for the next event. */
function stoppable(answers: (signal: AbortSignal) => Answers, outer: AbortSignal): AsyncIterator<PlanAnswer> {
  const stop = new AbortController();
  const generator = answers(AbortSignal.any([outer, stop.signal]));
  return {
    async next() {
      try {
        const result = await generator.next();
        if (result.done) stop.abort();
        return result;
      } catch (error) {
        stop.abort();
        throw error;
      }
    },
    return() {
      stop.abort();
      return Promise.resolve({ done: true, value: undefined });
    },
  };
}

/** Compiles a subscription: `primary` is one upstream, and `program` joins to each event what it lacks. */
export function compileSubscription(primary: FetchNode, program: Program, compile: CompileContext): Subscribe {
  const { service, transport, operation } = requestOf(primary, compile);
  const usages = primary.variableUsages ?? [];
  const take = takeRootAnswer(primary, rootFieldsOf(operation.document), compile);

  /** An answer without a `data` entry is no event: the subgraph refuses the subscription. */
  const refusal = ({ errors = [] }: SubgraphAnswer, requestId: string): GraphQLError => {
    const { message, extensions } = maskedError(errors[0] ?? { message: 'no data and no error' }, undefined, {
      service,
      requestId,
      log: compile.log,
    });
    return new GraphQLError(message, { extensions: { ...extensions, requestId } });
  };
  const lost = (reason: unknown): unknown => {
    if (!(reason instanceof SubgraphFailure)) return reason;
    compile.log.warn('subscription.lost', { service, code: reason.code, reason: reason.message });
    return graphqlError(reason.code, failureError(reason, service, undefined).message, { service });
  };
  const answerTo = async (event: SubgraphAnswer, request: PlanRequest): Promise<PlanAnswer> => {
    const checked = checkedAnswer(event, service);
    if (checked instanceof SubgraphFailure) throw checked;
    if (event.data === undefined) throw refusal(event, request.meta.requestId);
    const deadlineAt = program.clock().getTime() + EVENT_TIMEOUT_MS;
    return run(program, { ...request, meta: { ...request.meta, deadlineAt } }, (context) => take(context, event));
  };
  async function* answers(request: PlanRequest): Answers {
    const events = transport.subscribe(operation, pickVariables(usages, request.variables), request.meta);
    try {
      yield* inOrder(events, WINDOW, (event) => answerTo(event, request));
    } catch (reason) {
      throw lost(reason);
    }
  }

  return (request) => ({
    [Symbol.asyncIterator]: () => stoppable((signal) => answers({ ...request, meta: { ...request.meta, signal } }), request.meta.signal),
  });
}
