import { GraphQLError, type DocumentNode } from 'graphql';
import type { LiveField } from '../../supergraph/live-fields.ts';
import { type JsonObject, type SubgraphAnswer, SubgraphFailure } from '../../transport/port.ts';
import type { PlanRequest } from '../executor.ts';
import type { FetchNode } from '../query-plan.ts';
import type { SubscriptionPlan, UpstreamEvent } from '../subscription-plan.ts';
import type { CompileContext } from './context.ts';
import { maskedError } from './errors.ts';
import { takeRootAnswer } from './fetch/root-fetch.ts';
import { checkedAnswer } from './calls/dispatch.ts';
import { pickVariables } from './fetch/send.ts';
import { admissionCall } from './live/admission-call.ts';
import { madeEvent } from './live/made-event.ts';
import { marksReader } from './live/mark-selections.ts';
import { shareKeyOf } from './live/share-key.ts';
import { upstreamOperation } from './live/upstream-operation.ts';
import { dependsOnViewer } from './live/viewer-dependence.ts';
import { requestOf, rootFieldsOf } from './request.ts';
import { type Program, run } from './run.ts';

/** Time for the joins of one event. Milliseconds. */
const EVENT_TIMEOUT_MS = 10_000;

/** Without `@live`: each caller's own stream, from now on, nothing lost. */
const UNMARKED: LiveField = { share: 'VIEWER', policy: 'LOG' };

/** A subscription of a plan. */
export interface PlannedSubscription {
  /** The operation of the client. */
  readonly document: DocumentNode;
  /** The one upstream. */
  readonly primary: FetchNode;
  /** Joins to each event what it lacks. */
  readonly program: Program;
}

/** An answer without a `data` entry is no event: the subgraph refuses the subscription. */
function refusal({ errors = [] }: SubgraphAnswer, service: string, requestId: string, { log }: CompileContext): GraphQLError {
  const source = { service, requestId, log };
  const { message, extensions } = maskedError(errors[0] ?? { message: 'no data and no error' }, undefined, source);
  return new GraphQLError(message, { extensions: { ...extensions, requestId } });
}

/** Compiles the parts of a subscription. @throws Error when the supergraph promises an admission that its subgraph does not have */
export function compileSubscription({ document, primary, program }: PlannedSubscription, compile: CompileContext): SubscriptionPlan {
  const { service, transport } = requestOf(primary, compile);
  const { live: schema, types, apiSchema } = compile;
  const { operation, root, aliases, cursorVariable, argumentVariables } = upstreamOperation(primary, schema);
  const field = root.name.value;
  const marked = schema.live.of(field);
  const live = marked ?? UNMARKED;
  const { cursorArg = '', topicArg = '', admission } = live;
  const usages = (primary.variableUsages ?? []).filter((name) => operation.text.includes(`$${name}`));
  const take = takeRootAnswer(primary, rootFieldsOf(operation.document), compile);
  const marksOf = marksReader((root.alias ?? root.name).value, aliases);
  const given = (argument: string, variables: JsonObject) => variables[argumentVariables.get(argument) ?? ''] ?? null;
  const eventType = schema.live.eventType(field);

  const eventOf = (answer: SubgraphAnswer, requestId: string): UpstreamEvent => {
    const checked = checkedAnswer(answer, service);
    if (checked instanceof SubgraphFailure) throw checked;
    if (answer.data === undefined) throw refusal(answer, service, requestId, compile);
    return { answer, marks: marksOf(answer) };
  };

  async function* open({ variables, meta }: PlanRequest, after: string | undefined): AsyncGenerator<UpstreamEvent, void, undefined> {
    const sent = pickVariables(usages, variables);
    if (cursorVariable !== undefined && after !== undefined) sent[cursorVariable] = after;
    for await (const answer of transport.subscribe(operation, sent, meta)) yield eventOf(answer, meta.requestId);
  }

  return {
    field,
    service,
    live,
    isMarked: marked !== undefined,
    isShareable:
      live.share === 'TOPIC' &&
      (admission !== undefined || schema.live.isPublic(field)) &&
      !dependsOnViewer(document, apiSchema, schema.live),
    upstream: `${service} ${operation.text}`,
    isResumable: cursorVariable !== undefined,
    afterOf(variables) {
      const after = given(cursorArg, variables);
      return typeof after === 'string' ? after : undefined;
    },
    topicOf: (variables) => given(topicArg, variables),
    shareKey: shareKeyOf(document, cursorVariable === undefined ? undefined : argumentVariables.get(cursorArg)),
    open,
    render({ answer }, request) {
      const deadlineAt = program.clock().getTime() + EVENT_TIMEOUT_MS;
      return run(program, { ...request, meta: { ...request.meta, deadlineAt } }, (context) => take(context, answer));
    },
    makeEvent(typeName, values) {
      const isPossible = eventType !== undefined && schema.fields.possibleTypes(service, eventType).includes(typeName);
      return isPossible ? madeEvent({ root, types }, typeName, values) : undefined;
    },
    askAdmission: admission === undefined ? undefined : admissionCall({ service, transport, field: admission, topicArg }, schema),
  };
}
