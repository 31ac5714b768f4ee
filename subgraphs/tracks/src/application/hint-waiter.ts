/** Resolves after so many milliseconds, or when the signal aborts. */
export type Pause = (ms: number, signal: AbortSignal) => Promise<void>;

/** Answers a function that resolves at the next hint since its last call, after `rereadMs`, or when the signal aborts: a lost hint costs no more. It tells whether there was a hint. */
export function hintWaiter(
  hints: AsyncIterable<unknown>,
  { pause, rereadMs, signal }: { readonly pause: Pause; readonly rereadMs: number; readonly signal: AbortSignal },
): () => Promise<boolean> {
  let wake = new AbortController();
  let isHinted = false;
  const listen = async () => {
    for await (const _hint of hints) {
      isHinted = true;
      wake.abort();
    }
  };
  void listen();
  return async () => {
    if (!isHinted) await pause(rereadMs, AbortSignal.any([wake.signal, signal]));
    const wasHinted = isHinted;
    isHinted = false;
    wake = new AbortController();
    return wasHinted;
  };
}
