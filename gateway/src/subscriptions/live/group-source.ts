import { ANONYMOUS, serviceCaller, type Caller } from '@veza/auth';
import { graphqlError } from '@veza/graphql';
import type { GraphQLFormattedError } from 'graphql';
import { answerJson } from '../../http/write.ts';
import type { LiveOperation } from '../../pipeline/live-operation.ts';
import type { ErrorMask } from '../../pipeline/mask.ts';
import type { PlanRequest } from '../../plan/executor.ts';
import type { UpstreamEvent } from '../../plan/subscription-plan.ts';
import { type CallMeta, SubgraphFailure } from '../../transport/port.ts';
import type { FeedSource } from './feed.ts';
import { scopeOf } from './group-scope.ts';
import { writtenAnswer } from './event-answer.ts';
import { SharedEvent } from './shared-event.ts';
import type { Wish } from './upstream-branch.ts';
import type { Upstreams } from './upstreams.ts';

/** What a group asks subgraphs and as whom. */
export interface GroupSource extends FeedSource {
  readonly operation: LiveOperation;
  /** Equal for sources whose upstreams bring the same events. */
  readonly upstream: string;
  /** Whether it is read for everybody who is admitted, and not for one person. */
  readonly isTopic: boolean;
  /** What travels with the question who may follow. */
  meta(): CallMeta;
  /** Tells a client that it may not follow any more; undefined where the stream has no such event. @param cursor of the last event it got */
  revoked(cursor: string | undefined, reason: string | undefined): Promise<SharedEvent | undefined>;
  /** Tells a client that it has to load anew what it may not be given event by event. @param cursor where the stream stands now */
  reload(cursor: string | undefined): Promise<SharedEvent | undefined>;
  /** What clients are told of a stream that was refused or lost. */
  errorOf(reason: unknown): GraphQLFormattedError;
}

/** What sources are made with. */
export interface SourceTools {
  readonly mask: ErrorMask;
  readonly upstreams: Upstreams;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/** Time in which an upstream has to be opened, and people to be admitted. Milliseconds. */
const START_MS = 10_000;
/** Reads topics on everybody's behalf. */
const GATEWAY = serviceCaller('gateway');
const NEVER = new AbortController().signal;
const REVOKED = 'AccessRevoked';
const REVOKED_REASON = 'PERMISSION_CHANGED';
const RELOAD = 'ResyncRequired';
const RELOAD_REASON = 'HISTORY_NOT_READABLE';

/**
 * What is asked for everybody in a group. A topic is read as the gateway itself and joined as nobody, so that a shared event shows what
 * everybody may see; any other stream belongs to one person, or to whoever sent the same headers.
 */
export function groupSource(operation: LiveOperation, isTopic: boolean, { mask, upstreams, now }: SourceTools): GroupSource {
  const { plan, variables, meta } = operation;
  const { requestId, forwardedHeaders } = meta;
  const metaOf = (caller: Caller, signal: AbortSignal): CallMeta => ({
    caller,
    requestId,
    deadlineAt: now() + START_MS,
    signal,
    ...(forwardedHeaders && { forwardedHeaders }),
  });
  const requestOf = (caller: Caller, signal: AbortSignal): PlanRequest => ({ variables, meta: metaOf(caller, signal) });
  const [reader, joiner] = isTopic ? [GATEWAY, ANONYMOUS] : [meta.caller, meta.caller];
  const render = async (event: UpstreamEvent, signal: AbortSignal) => {
    const { dataJson, errors } = await plan.render(event, requestOf(joiner, signal));
    return answerJson({ dataJson, errors: errors.map((error) => mask(error, requestId)) });
  };
  const lastWords = async (typeName: string, cursor: string, reason: string): Promise<SharedEvent | undefined> => {
    const event = plan.makeEvent(typeName, { cursor, occurredAt: new Date(now()).toISOString(), reason });
    return event && new SharedEvent(0, event.marks, writtenAnswer(await render(event, NEVER)));
  };
  return {
    operation,
    plan,
    isTopic,
    upstream: `${plan.upstream} ${plan.shareKey(variables)}`,
    meta: () => metaOf(GATEWAY, NEVER),
    writeNow(event) {
      const data = plan.writeNow?.(event, variables);
      return data === undefined ? undefined : `{"data":${data}}`;
    },
    open(after, signal, seq) {
      const { shared } = plan;
      const scope = scopeOf(plan, meta);
      // A reload may have made a topic of what is still read as one person: that stays theirs.
      if (!shared || scope.isTopic !== isTopic) return plan.open(requestOf(reader, signal), after);
      const key = JSON.stringify([scope.key, shared.key(variables)]);
      const wish: Wish = {
        selection: shared.selection,
        open: (selection, from, ended) => shared.open(selection, requestOf(reader, ended), from),
      };
      return upstreams.follow({ supergraph: shared.supergraph, key }, wish, { after, seq }, signal);
    },
    render,
    revoked: (cursor = '', reason = REVOKED_REASON) => lastWords(REVOKED, cursor, reason),
    reload: (cursor = '') => lastWords(RELOAD, cursor, RELOAD_REASON),
    errorOf(reason) {
      if (!(reason instanceof SubgraphFailure)) return mask(reason, requestId);
      return mask(graphqlError(reason.code, 'A part of the platform is not available.', { service: plan.service }), requestId);
    },
  };
}
