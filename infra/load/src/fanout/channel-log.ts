import { type ChannelEvent, messageSent } from './events.ts';

/** The log of the channel in memory. */
export interface ChannelLog {
  /** Appends events, each in a turn of its own as real ones come. Answers when each was appended, in nanoseconds of the machine's monotonic clock. */
  publish(count: number, intervalMs: number): Promise<readonly string[]>;
  /** Events after a number, then each new one. */
  follow(after: number | undefined, signal: AbortSignal): AsyncGenerator<ChannelEvent, void>;
  /** How many followed since the last time it was asked. */
  follows(): number;
}

const nextTurn = (ms: number) => new Promise<void>((resolve) => (ms === 0 ? setImmediate(resolve) : setTimeout(resolve, ms)));

/** An empty log. */
export function channelLog(): ChannelLog {
  const events: ChannelEvent[] = [];
  const waiting = new Set<() => void>();
  let followed = 0;
  const arrival = (signal: AbortSignal) =>
    new Promise<void>((resolve) => {
      const wake = () => {
        waiting.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      waiting.add(wake);
      signal.addEventListener('abort', wake);
    });
  return {
    async publish(count, intervalMs) {
      const times: string[] = [];
      for (let sent = 0; sent < count; sent += 1) {
        times.push(String(process.hrtime.bigint()));
        events.push(messageSent(events.length + 1));
        for (const wake of waiting) wake();
        await nextTurn(intervalMs);
      }
      return times;
    },
    async *follow(after, signal) {
      followed += 1;
      for (let next = after ?? events.length; !signal.aborted; next += 1) {
        while (next >= events.length && !signal.aborted) await arrival(signal);
        const event = events[next];
        if (event && !signal.aborted) yield event;
      }
    },
    follows() {
      const count = followed;
      followed = 0;
      return count;
    },
  };
}
