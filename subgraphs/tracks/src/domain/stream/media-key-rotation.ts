/** A key of a ring, without its secret. */
export interface MediaKeyFacts {
  readonly kid: string;
  /** `next` is known to verifiers but does not sign; `current` signs; `previous` still verifies what it signed. */
  readonly state: 'next' | 'current' | 'previous';
  /** Since when it is in this state. */
  readonly since: Date;
}

/** What is to be done with a ring, in this order. */
export interface MediaKeyChanges {
  /** Previous keys whose last token has ended. */
  readonly deletedKids: readonly string[];
  /** Whether `next` becomes `current`, and `current` `previous`. */
  readonly isRotationDue: boolean;
  /** States for which a fresh key is to be made. */
  readonly missing: readonly ('next' | 'current')[];
}

const WEEK_MS = 7 * 24 * 3_600_000;
/** Every verifier knows `next` after this long. */
const PUBLISHED_AFTER_MS = 60_000;

/**
 * What a ring needs at an instant. A key signs for a week; `next` becomes `current` only when all verifiers know it,
 * and `previous` is deleted when nothing that it signed can be valid.
 * @param maxTokenSeconds longest life of a token of the ring
 */
export function mediaKeyChanges(keys: readonly MediaKeyFacts[], now: Date, maxTokenSeconds: number): MediaKeyChanges {
  const ageMs = ({ since }: MediaKeyFacts) => now.getTime() - since.getTime();
  const current = keys.find(({ state }) => state === 'current');
  const next = keys.find(({ state }) => state === 'next');
  const isRotationDue = current !== undefined && next !== undefined && ageMs(current) >= WEEK_MS && ageMs(next) >= PUBLISHED_AFTER_MS;
  return {
    deletedKids: keys.filter((key) => key.state === 'previous' && ageMs(key) > maxTokenSeconds * 1000).map(({ kid }) => kid),
    isRotationDue,
    missing: [...(current ? [] : (['current'] as const)), ...(next && !isRotationDue ? [] : (['next'] as const))],
  };
}
