/**
 * Runs one piece of work at a time for each key: whoever asks while it runs gets its outcome, whoever asks later starts anew.
 * Only within this process.
 */
export function singleFlight<T>(): (key: string, work: () => Promise<T>) => Promise<T> {
  const running = new Map<string, Promise<T>>();
  return (key, work) => {
    const current = running.get(key);
    if (current) return current;
    const started = work().finally(() => running.delete(key));
    running.set(key, started);
    return started;
  };
}
