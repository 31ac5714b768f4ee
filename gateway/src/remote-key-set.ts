import type { KeySource } from '@veza/auth';
import type { Clock } from '@veza/kernel';

type KeySet = Awaited<ReturnType<KeySource>>;

const TIMEOUT_MS = 5_000;
/** Verifiers decide when they need keys; this only keeps many of them from asking at once. Milliseconds. */
const FRESH_MS = 10_000;
const MAX_BYTES = 256 * 1024;

async function fetched(url: string): Promise<KeySet> {
  const response = await fetch(url, {
    signal: AbortSignal.timeout(TIMEOUT_MS),
    redirect: 'error',
    headers: { accept: 'application/json' },
  });
  const text = await response.text();
  if (!response.ok || text.length > MAX_BYTES) throw new Error(`the key set was answered with status ${response.status}`);
  const set: unknown = JSON.parse(text);
  if (typeof set === 'object' && set !== null && 'keys' in set && Array.isArray(set.keys)) return set as KeySet;
  throw new Error('the answer is no key set');
}

/**
 * Public keys from an address, asked for by one request at a time. A failed request is not kept.
 * @see RFC 7517 §5
 */
export function remoteKeySet(url: string, clock: Clock): KeySource {
  let asked: { readonly at: number; readonly set: Promise<KeySet> } | undefined;
  return () => {
    const at = clock().getTime();
    if (asked && at - asked.at < FRESH_MS) return asked.set;
    const set = fetched(url);
    const asking = { at, set };
    asked = asking;
    set.catch(() => {
      if (asked === asking) asked = undefined;
    });
    return set;
  };
}
