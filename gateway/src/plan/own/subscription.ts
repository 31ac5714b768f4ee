import { GraphQLError, type DocumentNode } from 'graphql';
import type { LiveField } from '../../supergraph/live-fields.ts';
import {
  type CallMeta,
  type Json,
  type JsonObject,
  type SubgraphAnswer,
  SubgraphFailure,
  type SubgraphOperation,
} from '../../transport/port.ts';
import type { PlanRequest } from '../plan-answer.ts';
import type { FetchNode } from '../query-plan.ts';
import type { EventMarks, SubscriptionPlan, UpstreamEvent } from '../subscription-plan.ts';
import type { CompileContext } from './context.ts';
import { isForeign, maskedError } from './errors.ts';
import { deepCopy } from './fetch/merge.ts';
import { takeRootAnswer } from './fetch/root-fetch.ts';
import { weightOf } from './fetch/weight.ts';
import { checkedAnswer } from './calls/dispatch.ts';
import { pickVariables } from './fetch/send.ts';
import { admissionCall } from './live/admission-call.ts';
import { eventWriter } from './live/event-writer.ts';
import { madeEvent } from './live/made-event.ts';
import { marksReader } from './live/mark-selections.ts';
import { shareKeyOf } from './live/share-key.ts';
import { sharedOperation } from './live/shared-operation.ts';
import { type UpstreamOperation, upstreamOperation } from './live/upstream-operation.ts';
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
function refusal({ errors = [] }: SubgraphAnswer, service: string, meta: CallMeta, { log }: CompileContext): GraphQLError {
  const { requestId } = meta;
  const source = { service, requestId, log, isForeign: isForeign(meta) };
  const { message, extensions } = maskedError(errors[0] ?? { message: 'no data and no error' }, undefined, source);
  return new GraphQLError(message, { extensions: { ...extensions, requestId } });
}

/** Reads an answer of an upstream as an event. @throws GraphQLError when the subgraph refuses, `SubgraphFailure` for what is no answer */
function eventReader(service: string, marksOf: (answer: SubgraphAnswer) => EventMarks, compile: CompileContext) {
  return (answer: SubgraphAnswer, meta: CallMeta): UpstreamEvent => {
    const checked = checkedAnswer(answer, service);
    if (checked instanceof SubgraphFailure) throw checked;
    if (answer.data === undefined) throw refusal(answer, service, meta, compile);
    return { answer, marks: marksOf(answer), dataBytes: weightOf(answer.data) };
  };
}

/** A generator over a generator would cost every event three more turns. */
function mapped<From, To>(source: AsyncIterable<From>, map: (item: From) => To): AsyncIterable<To> {
  return {
    [Symbol.asyncIterator]() {
      const items = source[Symbol.asyncIterator]();
      return {
        async next(): Promise<IteratorResult<To, undefined>> {
          const item = await items.next();
          return item.done ? { done: true, value: undefined } : { done: false, value: map(item.value) };
        },
        async return(): Promise<IteratorResult<To, undefined>> {
          await items.return?.();
          return { done: true, value: undefined };
        },
      };
    },
  };
}

/** What is known of the arguments of the root field. */
function argumentsOf({ argumentVariables }: UpstreamOperation, { cursorArg = '', topicArg = '' }: LiveField) {
  const given = (argument: string, variables: JsonObject): Json => variables[argumentVariables.get(argument) ?? ''] ?? null;
  return {
    topicOf: (variables: JsonObject) => given(topicArg, variables),
    afterOf(variables: JsonObject) {
      const after = given(cursorArg, variables);
      return typeof after === 'string' ? after : undefined;
    },
  };
}

/** Whether somebody decides who may follow, and everybody who may is to see the same. */
function isShareable(document: DocumentNode, field: string, { live, apiSchema }: Shared): boolean {
  const { share, admission } = live.live.of(field) ?? UNMARKED;
  return share === 'TOPIC' && (admission !== undefined || live.live.isPublic(field)) && !dependsOnViewer(document, apiSchema, live.live);
}

type Shared = Pick<CompileContext, 'live' | 'apiSchema'>;

/** Compiles the parts of a subscription. @throws Error when the supergraph promises an admission that its subgraph does not have */
export function compileSubscription({ document, primary, program }: PlannedSubscription, compile: CompileContext): SubscriptionPlan {
  const { service, transport } = requestOf(primary, compile);
  const { live: schema, types } = compile;
  const upstream = upstreamOperation(primary, schema);
  const { operation, root, cursorVariable } = upstream;
  const field = root.name.value;
  const marked = schema.live.of(field);
  const live = marked ?? UNMARKED;
  const { cursorArg = '', topicArg = '', admission } = live;
  const take = takeRootAnswer(primary, rootFieldsOf(operation.document), compile);
  const eventOf = eventReader(service, marksReader((root.alias ?? root.name).value, upstream.aliases), compile);
  const shared = sharedOperation(primary, upstream, schema);
  const open = (sentOperation: SubgraphOperation, { variables, meta }: PlanRequest, after: string | undefined) => {
    const sent = pickVariables(upstream.variables, variables);
    if (cursorVariable !== undefined && after !== undefined) sent[cursorVariable] = after;
    return mapped(transport.subscribe(sentOperation, sent, meta), (answer) => eventOf(answer, meta));
  };
  const possibleTypes = schema.fields.possibleTypes(service, schema.live.eventType(field) ?? '');

  return {
    field,
    service,
    live,
    isMarked: marked !== undefined,
    isShareable: isShareable(document, field, compile),
    upstream: `${service} ${operation.text}`,
    isResumable: cursorVariable !== undefined,
    ...argumentsOf(upstream, live),
    shareKey: shareKeyOf(document, cursorVariable && upstream.argumentVariables.get(cursorArg)),
    open: (request, after) => open(operation, request, after),
    shared: shared && {
      supergraph: schema,
      selection: shared.selection,
      key: shared.key,
      open: (selection, request, after) => open(shared.operation(selection), request, after),
    },
    writeNow: eventWriter(program, primary, schema.texts),
    render({ answer: given, isShared }, request) {
      // Joins write into the event.
      const answer = isShared && program.step && given.data ? { ...given, data: deepCopy(given.data) as JsonObject } : given;
      const deadlineAt = program.clock().getTime() + EVENT_TIMEOUT_MS;
      return run(program, { ...request, meta: { ...request.meta, deadlineAt } }, (context) => take(context, answer));
    },
    makeEvent: (typeName, values) => (possibleTypes.includes(typeName) ? madeEvent({ root, types }, typeName, values) : undefined),
    askAdmission: admission === undefined ? undefined : admissionCall({ service, transport, field: admission, topicArg }, schema),
  };
}
