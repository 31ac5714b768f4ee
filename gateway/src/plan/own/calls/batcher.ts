import type { Json, JsonObject } from '../../../transport/port.ts';
import { type BatchItem, evenParts } from '../fetch/batch.ts';
import type { Request } from './request.ts';
import { type Asker, callKey, callMeta } from './asker.ts';
import type { CallTools } from './call-tools.ts';
import { dispatch, type Outcome } from './dispatch.ts';
import { divideEntities, type Positions } from './divide-entities.ts';
import { type Departure, inFlight, type InFlight } from './in-flight.ts';
import { sharedCall, type SharedCall } from './shared-call.ts';

/** Variable of `_entities` operations. */
export const REPRESENTATIONS = 'representations';

/** What one call answered of the things that a fetch asked for. */
export interface EntityPart {
  readonly items: readonly BatchItem[];
  readonly outcome: Outcome;
}

/** Asks for entities; fetches of all requests that ask the same of things at the same time go out together. */
export interface Batcher {
  /** @param extra variables beside the representations */
  load(request: Request, items: readonly BatchItem[], extra: JsonObject, asker: Asker): Promise<readonly EntityPart[]>;
}

/** One call: at most 100 things, each once. */
interface Call extends Departure {
  readonly shared: SharedCall<Positions>;
  readonly positions: ReadonlyMap<string, number>;
  /** Nobody joins any more. */
  readonly close: () => void;
}

interface Waiter {
  readonly items: readonly BatchItem[];
  readonly asker: Asker;
  readonly resolve: (parts: Promise<readonly EntityPart[]>) => void;
}

/** Fetches that may go out together: same subgraph, operation, scope and further variables. */
interface Group {
  readonly key: string;
  readonly request: Request;
  readonly extra: JsonObject;
  readonly inFlight: InFlight<Call>;
  waiting: Waiter[];
}

async function partOf({ shared, positions }: Call, items: readonly BatchItem[], { presence }: Asker): Promise<EntityPart> {
  const needed = items.map(({ text }) => positions.get(text)!);
  return { items, outcome: await shared.wait(needed, presence) };
}

/** Things by the call that answers them; those without one under undefined. */
function byCall(
  items: readonly BatchItem[],
  callFor: (text: string) => Call | undefined,
): ReadonlyMap<Call | undefined, readonly BatchItem[]> {
  const groups = new Map<Call | undefined, BatchItem[]>();
  for (const item of items) {
    const call = callFor(item.text);
    const group = groups.get(call);
    if (group) group.push(item);
    else groups.set(call, [item]);
  }
  return groups;
}

function partsOf(groups: ReadonlyMap<Call | undefined, readonly BatchItem[]>, asker: Asker): readonly Promise<EntityPart>[] {
  return [...groups].flatMap(([call, items]) => (call ? [partOf(call, items, asker)] : []));
}

/** Makes the batcher of one executor. @see gateway.md 4.2 */
export function batcher(tools: CallTools): Batcher {
  const { order, mayJoin, now, metrics, dedupe } = tools;
  const groups = new Map<string, Group>();

  const forgetIfIdle = (group: Group) => {
    const isIdle = group.waiting.length === 0 && group.inFlight.size() === 0;
    if (isIdle && groups.get(group.key) === group) groups.delete(group.key);
  };

  const callOf = (group: Group, things: readonly BatchItem[], deadlineAt: number): Call => {
    const close = () => {
      for (const { text } of things) group.inFlight.remove(text, call);
      forgetIfIdle(group);
    };
    const shared = sharedCall<Positions>((answer, needs) => divideEntities(answer, needs, things.length), close);
    const positions = new Map(things.map(({ text }, index) => [text, index]));
    const call: Call = { shared, positions, close, place: order.next(), startedAt: now(), deadlineAt };
    if (dedupe) for (const { text } of things) group.inFlight.add(text, call);
    return call;
  };

  const start = async (group: Group, { shared, close, deadlineAt }: Call, things: readonly BatchItem[], asker: Asker): Promise<void> => {
    const { request, extra } = group;
    metrics?.called(request.service);
    metrics?.represented(request.service, things.length);
    const representations = things.map(({ representation }) => representation) as Json;
    const variables: JsonObject = { ...extra, [REPRESENTATIONS]: representations };
    const outcome = await dispatch(request, variables, { ...callMeta(request, asker), deadlineAt, signal: shared.signal });
    close();
    shared.settle(outcome);
  };

  /** Everything that has come since the last turn of the event loop. */
  const flush = (group: Group) => {
    const { waiting } = group;
    group.waiting = [];
    const things = new Map<string, BatchItem>();
    for (const { items } of waiting) for (const item of items) things.set(item.text, item);
    const deadlineAt = Math.max(...waiting.map(({ asker }) => asker.meta.deadlineAt));
    const calls = evenParts([...things.values()]).map((part) => ({ call: callOf(group, part, deadlineAt), part }));
    const callFor = (text: string) => calls.find(({ call }) => call.positions.has(text))!.call;
    for (const { items, asker, resolve } of waiting) resolve(Promise.all(partsOf(byCall(items, callFor), asker)));
    for (const { call, part } of calls) {
      if (call.shared.isWanted()) void start(group, call, part, waiting[0]!.asker);
      else call.close();
    }
    forgetIfIdle(group);
  };

  const enqueue = (group: Group, items: readonly BatchItem[], asker: Asker) =>
    new Promise<readonly EntityPart[]>((resolve) => {
      if (group.waiting.length === 0) setImmediate(flush, group);
      group.waiting.push({ items, asker, resolve });
    });

  const groupFor = (request: Request, extra: JsonObject, asker: Asker): Group => {
    const key = callKey(request, extra, asker);
    const known = groups.get(key);
    if (known) return known;
    const group: Group = { key, request, extra, inFlight: inFlight<Call>(mayJoin), waiting: [] };
    groups.set(key, group);
    return group;
  };

  return {
    async load(request, items, extra, asker) {
      const group = groupFor(request, extra, asker);
      const found = byCall(items, (text) => (dedupe ? group.inFlight.find(text, asker) : undefined));
      const joined = partsOf(found, asker);
      if (joined.length > 0) metrics?.joined(request.service);
      const rest = found.get(undefined);
      if (!rest) return Promise.all(joined);
      const asked = enqueue(group, rest, asker);
      return joined.length === 0 ? asked : [...(await Promise.all(joined)), ...(await asked)];
    },
  };
}
