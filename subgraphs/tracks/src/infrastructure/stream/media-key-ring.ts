import type { MediaScope } from '@veza/media-token';
import type { MediaKey, PostgresMediaKeys } from './postgres-media-keys.ts';

/** A ring in memory, for signing and verifying without a query. */
export interface MediaKeyRing {
  /** The key that signs. Makes the ring when there is none. */
  current(): Promise<MediaKey>;
  /** A key by its id; an unknown one is looked for in the database, at most once a second. */
  find(kid: string): Promise<MediaKey | undefined>;
}

/** A ring is read again after this long. */
const FRESH_MS = 10_000;
/** Unknown ids lead to the database at most once in this time. */
const MISS_MS = 1_000;

/** The ring of one scope as this process knows it. */
export function mediaKeyRing(keys: PostgresMediaKeys, scope: MediaScope, nowMs: () => number): MediaKeyRing {
  let known: readonly MediaKey[] = [];
  let readAtMs = Number.NEGATIVE_INFINITY;
  let reading: Promise<void> | undefined;

  const read = () => {
    reading ??= keys
      .read(scope)
      .then((ring) => {
        known = ring;
        readAtMs = nowMs();
      })
      .finally(() => {
        reading = undefined;
      });
    return reading;
  };
  const olderThan = (ms: number) => nowMs() - readAtMs >= ms;
  const byKid = (kid: string) => known.find((key) => key.kid === kid);
  const signing = () => known.find(({ state }) => state === 'current');

  return {
    async current() {
      if (olderThan(FRESH_MS)) await read();
      if (!signing()) {
        await keys.keep(scope);
        await read();
      }
      const key = signing();
      if (!key) throw new Error(`the ring of media keys ${scope} has no current key`);
      return key;
    },
    async find(kid) {
      if (olderThan(FRESH_MS) || (!byKid(kid) && olderThan(MISS_MS))) await read();
      return byKid(kid);
    },
  };
}
