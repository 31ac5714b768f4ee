import { setTimeout as sleep } from 'node:timers/promises';
import { ANONYMOUS } from '@veza/auth';
import type { Log } from '@veza/telemetry';
import { OperationTypeNode } from 'graphql';
import { abortSignalOf } from '../transport/cancellation.ts';
import { SubgraphFailure, type CallMeta, type SubgraphAnswer, type SubgraphOperation, type SubgraphTransport } from '../transport/port.ts';
import type { RootField } from './root-fields.ts';
import { sampleOperations, type SampleOperation } from './sample-operation.ts';
import type { GatewayState } from './state.ts';

/** What the test asks with. */
export interface SelfTestOptions {
  readonly state: GatewayState;
  readonly transports: ReadonlyMap<string, SubgraphTransport>;
  readonly log: Log;
  readonly newRequestId: () => string;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly signal: AbortSignal;
}

/** `exposed`: a subgraph gave data to nobody in particular. `unreachable`: it could not be asked. */
type Verdict = 'refused' | 'exposed' | 'unreachable';

interface Probe {
  readonly field: RootField;
  readonly subgraph: string;
}

const ANSWER_MS = 5_000;
const RETRY_MS = 1_000;

const isEmpty = (value: unknown): boolean => value === undefined || value === null || (Array.isArray(value) && value.length === 0);

/** A null, and an empty list, tells nobody anything. */
function verdictOn({ data }: SubgraphAnswer, { name }: RootField): Verdict {
  return isEmpty(data?.[name]) ? 'refused' : 'exposed';
}

/** A stream that opens and says nothing was not refused. */
async function firstAnswer(transport: SubgraphTransport, operation: SubgraphOperation, meta: CallMeta): Promise<SubgraphAnswer | 'open'> {
  const stop = new AbortController();
  const events = transport
    .subscribe(operation, {}, { ...meta, signal: AbortSignal.any([abortSignalOf(meta.signal), stop.signal]) })
    [Symbol.asyncIterator]();
  const waited = sleep(ANSWER_MS, 'open' as const, { signal: stop.signal }).catch(() => 'open' as const);
  try {
    const first = await Promise.race([events.next(), waited]);
    if (first === 'open') return 'open';
    return first.done ? {} : first.value;
  } finally {
    stop.abort();
  }
}

async function verdictOf({ field, subgraph }: Probe, options: SelfTestOptions, sample: SampleOperation): Promise<Verdict> {
  const transport = options.transports.get(subgraph);
  if (!transport) return 'unreachable';
  const { newRequestId, now, signal } = options;
  const meta: CallMeta = { caller: ANONYMOUS, requestId: newRequestId(), deadlineAt: now() + ANSWER_MS, signal };
  try {
    const operation = sample(field);
    const isStream = field.kind === OperationTypeNode.SUBSCRIPTION;
    const answer = isStream ? await firstAnswer(transport, operation, meta) : await transport.call(operation, {}, meta);
    return answer === 'open' ? 'exposed' : verdictOn(answer, field);
  } catch (error) {
    return error instanceof SubgraphFailure ? 'unreachable' : 'refused';
  }
}

/**
 * Asks every root field that is not PUBLIC as nobody in particular, of each subgraph that answers it, until all have refused.
 * Subgraphs that cannot be reached are asked again every second. Resolves to false as soon as all that could be asked were asked and one gave data.
 */
export async function accessSelfTest(options: SelfTestOptions): Promise<boolean> {
  const { state, log, signal } = options;
  const sample = sampleOperations(state.document);
  const guarded = state.rootFields.filter(({ access }) => access && access.level !== 'PUBLIC');
  let pending: readonly Probe[] = guarded.flatMap((field) => field.subgraphs.map((subgraph) => ({ field, subgraph })));
  while (pending.length > 0 && !signal.aborted) {
    const verdicts = await Promise.all(pending.map((probe) => verdictOf(probe, options, sample)));
    const exposed = pending.filter((_probe, index) => verdicts[index] === 'exposed');
    for (const { field, subgraph } of exposed) log.error('access.self-test-failed', { field: field.name, subgraph });
    if (exposed.length > 0) return false;
    pending = pending.filter((_probe, index) => verdicts[index] === 'unreachable');
    if (pending.length === 0) break;
    log.warn('access.self-test-waits', { subgraphs: [...new Set(pending.map(({ subgraph }) => subgraph))] });
    await sleep(RETRY_MS, undefined, { signal }).catch(() => undefined);
  }
  return !signal.aborted;
}
