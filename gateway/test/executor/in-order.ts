/** Lets go of a source, now or when it has done what it is doing; nobody waits for it. */
function letGo(source: AsyncIterator<unknown>): void {
  source.return?.().catch(() => undefined);
}

/**
 * Works on several items of a source at a time and gives the results in the order of the source. Lets go of the source at the end,
 * however it comes.
 * @param limit items in work at once; the source is not asked for more before
 */
export async function* inOrder<Item, Result>(
  source: AsyncIterable<Item>,
  limit: number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result, void, undefined> {
  const iterator = source[Symbol.asyncIterator]();
  const pending: Promise<{ readonly result: Result } | undefined>[] = [];
  let lastRead: Promise<unknown> = Promise.resolve();
  const take = async () => {
    // Sources are read one item at a time; only the work on items overlaps.
    const read = lastRead.then(() => iterator.next());
    lastRead = read.catch(() => undefined);
    const next = await read;
    return next.done ? undefined : { result: await work(next.value) };
  };
  const fill = () => {
    while (pending.length < limit) {
      const taken = take();
      // A failure is met when its turn comes.
      taken.catch(() => undefined);
      pending.push(taken);
    }
  };
  try {
    for (;;) {
      fill();
      const first = await pending.shift();
      if (!first) return;
      yield first.result;
    }
  } finally {
    letGo(iterator);
  }
}
