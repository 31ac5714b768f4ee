/** Milliseconds between two notes of progress. */
const INTERVAL_MS = 500;

/** Notes progress, but not every bit of it. */
export interface ProgressWriter {
  /** Notes a value from 0 to 1, unless another was noted a moment ago or is being noted. */
  tell(progress: number): void;
  /** Resolves when the note that is being taken is done. */
  settled(): Promise<void>;
}

/** At most two notes a second, one at a time. @param nowMs a clock that only rises. @param onFailure told of a note that could not be taken */
export function progressWriter(
  note: (progress: number) => Promise<void>,
  nowMs: () => number,
  onFailure: (error: unknown) => void,
): ProgressWriter {
  let notedAtMs = Number.NEGATIVE_INFINITY;
  let noting: Promise<void> | undefined;
  return {
    tell(progress) {
      if (noting || nowMs() - notedAtMs < INTERVAL_MS) return;
      notedAtMs = nowMs();
      noting = note(progress)
        .catch(onFailure)
        .finally(() => {
          noting = undefined;
        });
    },
    settled: async () => noting,
  };
}
