/** Lets at most `places` pieces of work run at a time; the others wait in the order in which they came. */
export function turns(places: number): <T>(work: () => Promise<T>) => Promise<T> {
  let free = places;
  const waiting: (() => void)[] = [];

  const take = () =>
    new Promise<void>((resolve) => {
      if (free === 0) return void waiting.push(resolve);
      free -= 1;
      return resolve();
    });
  const give = () => {
    const next = waiting.shift();
    if (next) next();
    else free += 1;
  };

  return async (work) => {
    await take();
    try {
      return await work();
    } finally {
      give();
    }
  };
}
