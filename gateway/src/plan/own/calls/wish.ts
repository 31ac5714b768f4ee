import type { BatchItem } from '../fetch/batch.ts';
import type { Asker } from './asker.ts';
import type { Outcome } from './dispatch.ts';
import type { Positions } from './divide-entities.ts';
import type { Departure } from './in-flight.ts';
import type { SharedCall } from './shared-call.ts';

/** What one call answered of the things that a fetch asked for. */
export interface EntityPart {
  readonly items: readonly BatchItem[];
  readonly outcome: Outcome;
}

/** One call: at most 100 things, each once. */
export interface Call extends Departure {
  readonly shared: SharedCall<Positions>;
  /** Nobody joins any more. */
  readonly close: () => void;
}

/** One thing that is asked for, by however many fetches: looked up by its text once, and from then on by itself. */
export interface Thing {
  readonly item: BatchItem;
  /** Undefined until it leaves. */
  call: Call | undefined;
  /** Where it stands in the call. */
  position: number;
}

/** What one fetch wants of several things: its own items, and for each of them the thing. */
export interface Wish {
  readonly items: BatchItem[];
  readonly things: Thing[];
}

/** A wish by the calls that answer it. All of its things have left. */
function byCall({ items, things }: Wish): ReadonlyMap<Call, Wish> {
  const wishes = new Map<Call, Wish>();
  for (const [index, thing] of things.entries()) {
    const wish = wishes.get(thing.call!) ?? { items: [], things: [] };
    wishes.set(thing.call!, wish);
    wish.items.push(items[index]!);
    wish.things.push(thing);
  }
  return wishes;
}

const positionsOf = ({ things }: Wish): Positions => things.map(({ position }) => position);

function partOf(call: Call, wish: Wish, { presence }: Asker): Promise<EntityPart> {
  return new Promise((resolve) => {
    call.shared.wait(positionsOf(wish), presence, (outcome) => resolve({ items: wish.items, outcome }));
  });
}

const partsOf = (wishes: ReadonlyMap<Call, Wish>, asker: Asker): Promise<readonly EntityPart[]> =>
  Promise.all(Array.from(wishes, ([call, wish]) => partOf(call, wish, asker)));

/** What the calls answer that a wish has joined or left with. Nearly always it is one call. */
export function answersTo(wish: Wish, asker: Asker): Promise<readonly EntityPart[]> {
  const { items, things } = wish;
  const call = things[0]!.call!;
  if (!things.every((thing) => thing.call === call)) return partsOf(byCall(wish), asker);
  return new Promise((resolve) => {
    call.shared.wait(positionsOf(wish), asker.presence, (outcome) => resolve([{ items, outcome }]));
  });
}
