/** One step of a story, told and timed. */
export interface Step {
  readonly name: string;
  readonly milliseconds: number;
  /** What was seen, in a few words. */
  readonly seen: string;
}

/** A story in steps: each runs once, in order, and the first failure ends it. */
export interface StoryTeller {
  /** Runs a step. What it answers besides its result is what the table says was seen. */
  step<T>(name: string, act: () => Promise<{ readonly seen: string; readonly result: T }>): Promise<T>;
  readonly steps: readonly Step[];
}

/** Tells each step as it ends. @param tell receives one line a step */
export function storyTeller(tell: (line: string) => void): StoryTeller {
  const steps: Step[] = [];
  return {
    steps,
    async step(name, act) {
      const startedAt = performance.now();
      const { seen, result } = await act();
      const milliseconds = performance.now() - startedAt;
      steps.push({ name, milliseconds, seen });
      tell(`${name.padEnd(44)} ${milliseconds.toFixed(0).padStart(7)} ms   ${seen}`);
      return result;
    },
  };
}

/** Waits for the first item that fits, and gives up after `timeoutMs`. */
export async function firstMatching<T>(items: AsyncIterator<T>, fits: (item: T) => boolean, timeoutMs: number): Promise<T> {
  const deadline = new Promise<never>((_resolve, reject) => {
    setTimeout(() => reject(new Error(`nothing fitting came within ${timeoutMs} ms`)), timeoutMs).unref();
  });
  for (;;) {
    const next = await Promise.race([items.next(), deadline]);
    if (next.done) throw new Error('the stream ended before anything fitting came');
    if (fits(next.value)) return next.value;
  }
}
