import type { JsonObject } from '../../../transport/port.ts';
import { type BatchItem, evenParts } from '../fetch/batch.ts';
import type { Request } from './request.ts';
import { type Asker, callKey, callMeta } from './asker.ts';
import type { CallTools } from './call-tools.ts';
import { dispatch } from './dispatch.ts';
import { divideEntities, type Positions } from './divide-entities.ts';
import { entityVariables } from './entity-variables.ts';
import { sharedCall } from './shared-call.ts';
import { answersTo, type Call, type EntityPart, type Thing, type Wish } from './wish.ts';

/** Asks for entities; fetches of all requests that ask the same of things at the same time go out together. */
export interface Batcher {
  /** @param extra variables beside the representations */
  load(request: Request, items: readonly BatchItem[], extra: JsonObject, asker: Asker): Promise<readonly EntityPart[]>;
}

interface Waiter {
  readonly wish: Wish;
  readonly asker: Asker;
  readonly resolve: (parts: Promise<readonly EntityPart[]>) => void;
}

/** Fetches that may go out together: same subgraph, operation, scope and further variables. */
interface Group {
  readonly key: string;
  readonly request: Request;
  readonly extra: JsonObject;
  readonly extraJson: string;
  /** What is asked for and not answered yet, by text. */
  readonly things: Map<string, Thing>;
  /** Those that leave in this turn of the event loop. */
  leaving: Thing[];
  waiting: Waiter[];
}

/** Makes the batcher of one executor. @see gateway.md 4.2 */
export function batcher({ order, mayJoin, now, metrics, dedupe }: CallTools): Batcher {
  const groups = new Map<string, Group>();

  const forgetIfIdle = (group: Group) => {
    const isIdle = group.waiting.length === 0 && group.things.size === 0;
    if (isIdle && groups.get(group.key) === group) groups.delete(group.key);
  };

  const callOf = (group: Group, things: readonly Thing[], deadlineAt: number): Call => {
    const close = () => {
      for (const thing of things) if (group.things.get(thing.item.text) === thing) group.things.delete(thing.item.text);
      forgetIfIdle(group);
    };
    const shared = sharedCall<Positions>((answer, needs) => divideEntities(answer, needs, things.length), close);
    const call: Call = { shared, close, place: order.next(), startedAt: now(), deadlineAt };
    for (const [position, thing] of things.entries()) {
      thing.call = call;
      thing.position = position;
    }
    return call;
  };

  const start = async (group: Group, { shared, close, deadlineAt }: Call, things: readonly Thing[], asker: Asker): Promise<void> => {
    const { request, extra, extraJson } = group;
    metrics?.called(request.service);
    metrics?.represented(request.service, things.length);
    const variables = entityVariables(
      things.map(({ item }) => item),
      extra,
      extraJson,
    );
    const meta = callMeta(request, asker, { deadlineAt, signal: shared.signal, variablesJson: variables.json });
    const outcome = await dispatch(request, variables.values, meta);
    close();
    shared.settle(outcome);
  };

  /** Everything that has come since the last turn of the event loop. */
  const flush = (group: Group) => {
    const { waiting, leaving } = group;
    group.waiting = [];
    group.leaving = [];
    const deadlineAt = Math.max(...waiting.map(({ asker }) => asker.meta.deadlineAt));
    const calls = evenParts(leaving).map((things) => ({ call: callOf(group, things, deadlineAt), things }));
    for (const { wish, asker, resolve } of waiting) resolve(answersTo(wish, asker));
    for (const { call, things } of calls) {
      if (call.shared.isWanted()) void start(group, call, things, waiting[0]!.asker);
      else call.close();
    }
    forgetIfIdle(group);
  };

  const groupFor = (request: Request, extra: JsonObject, asker: Asker): Group => {
    const extraJson = JSON.stringify(extra);
    const key = callKey(request, extraJson, asker);
    const known = groups.get(key);
    if (known) return known;
    const group: Group = { key, request, extra, extraJson, things: new Map(), leaving: [], waiting: [] };
    groups.set(key, group);
    return group;
  };

  /** The thing that an item asks for: one that leaves now, or one on its way that may be joined, or a new one. */
  const thingFor = (group: Group, item: BatchItem, asker: Asker): Thing => {
    const known = group.things.get(item.text);
    if (known && (known.call ? dedupe && mayJoin(known.call, asker) : true)) return known;
    const thing: Thing = { item, call: undefined, position: 0 };
    group.things.set(item.text, thing);
    group.leaving.push(thing);
    return thing;
  };

  return {
    load(request, items, extra, asker) {
      const group = groupFor(request, extra, asker);
      const joined: Wish = { items: [], things: [] };
      const rest: Wish = { items: [], things: [] };
      for (const item of items) {
        const thing = thingFor(group, item, asker);
        const wish = thing.call ? joined : rest;
        wish.items.push(item);
        wish.things.push(thing);
      }
      const found = joined.things.length === 0 ? undefined : answersTo(joined, asker);
      if (found) metrics?.joined(request.service);
      if (found && rest.things.length === 0) return found;
      const asked = new Promise<readonly EntityPart[]>((resolve) => {
        if (group.waiting.length === 0) setImmediate(flush, group);
        group.waiting.push({ wish: rest, asker, resolve });
      });
      return found ? Promise.all([found, asked]).then((parts) => parts.flat()) : asked;
    },
  };
}
