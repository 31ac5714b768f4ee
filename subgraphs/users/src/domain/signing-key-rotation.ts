/** Where a signing key is in its life. */
export type SigningKeyState = 'pending' | 'active' | 'retiring' | 'retired';

/** What decides about a key. */
export interface SigningKeyStanding {
  readonly kid: string;
  readonly state: SigningKeyState;
  readonly stateSince: Date;
}

/** One change to the keys. */
export type SigningKeyChange =
  | { readonly change: 'create'; readonly state: 'pending' | 'active' }
  | { readonly change: 'move'; readonly kid: string; readonly to: SigningKeyState }
  | { readonly change: 'delete'; readonly kid: string };

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const ACTIVE_FOR_MS = 30 * DAY_MS;
/** Published at least this long before it signs, so that every verifier knows it. */
const PENDING_FOR_MS = DAY_MS;
/** More than the life of an access token (10 min), clock skew and the caching of a key set (5 min) together. */
const RETIRING_FOR_MS = HOUR_MS;
const RETIRED_FOR_MS = 400 * DAY_MS;

/**
 * The changes that bring the keys to where they belong, in the order in which they are to be made. None when all is well.
 *
 * `pending` is published and does not sign; after 24 h it may become `active`. `active` signs; after 30 d its successor takes over and it is
 * `retiring`: published for one more hour, its private half gone. `retired` keys are no longer published and are deleted after 400 d.
 * There is at most one pending and one active key, and after these changes exactly one of each. A clock that steps by an hour
 * cannot rotate twice: a key that was just created is not ready to take over.
 */
export function signingKeyChanges(keys: readonly SigningKeyStanding[], now: Date): readonly SigningKeyChange[] {
  const age = (key: SigningKeyStanding) => now.getTime() - key.stateSince.getTime();
  const active = keys.find(({ state }) => state === 'active');
  const pending = keys.find(({ state }) => state === 'pending');
  return [
    ...keys.flatMap((key) => ageingOf(key, age(key))),
    ...succession(active, pending, {
      isDue: !!active && age(active) >= ACTIVE_FOR_MS,
      isReady: !!pending && age(pending) >= PENDING_FOR_MS,
    }),
  ];
}

function ageingOf(key: SigningKeyStanding, ageMs: number): readonly SigningKeyChange[] {
  if (key.state === 'retiring' && ageMs >= RETIRING_FOR_MS) return [{ change: 'move', kid: key.kid, to: 'retired' }];
  if (key.state === 'retired' && ageMs >= RETIRED_FOR_MS) return [{ change: 'delete', kid: key.kid }];
  return [];
}

function succession(
  active: SigningKeyStanding | undefined,
  pending: SigningKeyStanding | undefined,
  rotation: { readonly isDue: boolean; readonly isReady: boolean },
): readonly SigningKeyChange[] {
  if (!pending) return [...(active ? [] : [create('active')]), create('pending')];
  const promotion: readonly SigningKeyChange[] = [{ change: 'move', kid: pending.kid, to: 'active' }, create('pending')];
  if (!active) return promotion;
  return rotation.isDue && rotation.isReady ? [{ change: 'move', kid: active.kid, to: 'retiring' }, ...promotion] : [];
}

const create = (state: 'pending' | 'active'): SigningKeyChange => ({ change: 'create', state });
