/** Work that is carried out in batches. */
export interface KeyedBatchesOptions<Item, Outcome> {
  /** What is never worked on by two batches at once, e.g. a channel. Items of one group keep their order. */
  readonly groupOf: (item: Item) => string;
  /** Two items with the same key are never in one batch: the later one waits for the end of the earlier. */
  readonly keyOf: (item: Item) => string;
  /** Items of one batch at most. */
  readonly size: number;
  /** Batches at work at most. */
  readonly lanes: number;
  /** Carries out a batch; one outcome for each item, in their order. Rejects when none can be told. */
  readonly execute: (items: readonly Item[]) => Promise<readonly (Outcome | Error)[]>;
}

interface Waiting<Item, Outcome> {
  readonly item: Item;
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Gathers what comes while earlier work is under way. Nothing waits for company: whatever is there when a lane is free starts, at the end of
 * the present turn of the event loop. Groups take turns, so that a busy one does not keep the others waiting.
 */
export function keyedBatches<Item, Outcome>({ groupOf, keyOf, size, lanes, execute }: KeyedBatchesOptions<Item, Outcome>) {
  type Entry = Waiting<Item, Outcome>;
  /** Groups with items that wait, in the order in which their turn comes. */
  const queues = new Map<string, Entry[]>();
  const busy = new Set<string>();
  let running = 0;
  let isScheduled = false;

  /** The first items of a group, up to `room`, or up to one whose key is there already. */
  const takeFrom = (group: string, room: number): readonly Entry[] => {
    const queue = queues.get(group) ?? [];
    const keys = new Set<string>();
    while (keys.size < Math.min(room, queue.length)) {
      const { size: before } = keys;
      if (keys.add(keyOf(queue[before]!.item)).size === before) break;
    }
    queues.delete(group);
    if (queue.length > keys.size) queues.set(group, queue.slice(keys.size));
    return queue.slice(0, keys.size);
  };

  const freeGroups = (): readonly string[] => {
    const free: string[] = [];
    for (const group of queues.keys()) {
      if (!busy.has(group)) free.push(group);
      if (free.length === size) break;
    }
    return free;
  };

  const nextBatch = (): readonly Entry[] => {
    const batch: Entry[] = [];
    for (const group of freeGroups()) {
      if (batch.length < size) batch.push(...takeFrom(group, size - batch.length));
    }
    return batch;
  };

  const run = async (batch: readonly Entry[]) => {
    const groups = new Set(batch.map(({ item }) => groupOf(item)));
    for (const group of groups) busy.add(group);
    running += 1;
    try {
      const outcomes = await execute(batch.map(({ item }) => item));
      batch.forEach((entry, index) => settle(entry, outcomes[index]));
    } catch (error) {
      for (const { reject } of batch) reject(error);
    } finally {
      running -= 1;
      for (const group of groups) busy.delete(group);
      schedule();
    }
  };

  const start = () => {
    isScheduled = false;
    while (running < lanes) {
      const batch = nextBatch();
      if (batch.length === 0) return;
      void run(batch);
    }
  };

  const schedule = () => {
    if (isScheduled || queues.size === 0) return;
    isScheduled = true;
    setImmediate(start);
  };

  return (item: Item): Promise<Outcome> =>
    new Promise((resolve, reject) => {
      const group = groupOf(item);
      const queue = queues.get(group) ?? [];
      queue.push({ item, resolve, reject });
      queues.set(group, queue);
      schedule();
    });
}

function settle<Item, Outcome>({ resolve, reject }: Waiting<Item, Outcome>, outcome: Outcome | Error | undefined): void {
  if (outcome === undefined || outcome instanceof Error) reject(outcome ?? new Error('a batch left an item without an outcome'));
  else resolve(outcome);
}
