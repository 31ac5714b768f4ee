/** What became of a listen that was long enough to be a play. */
export type PlayDecision = 'COUNTED' | 'REFUSED' | 'OWN' | 'QUARANTINED';
/** The rule that decided; null for a play that counts. */
export type PlayRule =
  | 'NO_GRANT'
  | 'NOT_DELIVERED'
  | 'TOO_SOON'
  | 'DAILY_CAP'
  | 'OWN'
  | 'LISTENER_TOO_FAST'
  | 'NETWORK_TOO_MANY'
  | 'ACCOUNT_TOO_NEW';

/** What the rules look at. */
export interface PlayFacts {
  readonly durationMs: number;
  readonly creditedMs: number;
  /** Since the listen was long enough. */
  readonly waitedMs: number;
  readonly isArtist: boolean;
  /** Whether the listener was given addresses of the track in the last 24 hours. */
  readonly hasGrant: boolean;
  /** Sound of the track that was sent to the listener in the last 24 hours. */
  readonly deliveredMs: number;
  /** Since the last play of the same listener and track that counted; undefined for the first. */
  readonly sinceLastCountedMs: number | undefined;
  /** Of the same listener and track, on the same UTC day. */
  readonly countedToday: number;
  /** Of the same listener, in the last hour. */
  readonly countedInHour: number;
  /** Of the same listener, ever, up to the number that matters. */
  readonly countedEver: number;
  /** Of the same track from the same network, on the same UTC day; this listener not counted. */
  readonly otherListenersOfNetwork: number;
  readonly accountAgeMs: number;
}

/** A decision with its rule, or `undefined` while evidence may still come. */
export type Decided = { readonly decision: PlayDecision; readonly rule: PlayRule | null } | undefined;

/** Share of the credit that must have been sent. */
const DELIVERED_SHARE = 0.8;
const EVIDENCE_MS = 10 * 60_000;
const MIN_GAP_MS = 30_000;
const DAILY_CAP = 10;
const HOURLY_PLAYS = 60;
const NETWORK_LISTENERS = 50;
const NEW_ACCOUNT_MS = 3_600_000;
/** Plays that a new account may have. */
export const NEW_ACCOUNT_PLAYS = 20;

type Rule = readonly [PlayDecision, PlayRule, (facts: PlayFacts) => boolean];

const REFUSALS: readonly Rule[] = [
  ['REFUSED', 'TOO_SOON', ({ sinceLastCountedMs: gap, durationMs }) => gap !== undefined && gap < Math.max(durationMs, MIN_GAP_MS)],
  ['REFUSED', 'DAILY_CAP', ({ countedToday }) => countedToday >= DAILY_CAP],
  ['OWN', 'OWN', ({ isArtist }) => isArtist],
  ['QUARANTINED', 'LISTENER_TOO_FAST', ({ countedInHour }) => countedInHour >= HOURLY_PLAYS],
  ['QUARANTINED', 'NETWORK_TOO_MANY', ({ otherListenersOfNetwork }) => otherListenersOfNetwork >= NETWORK_LISTENERS],
  ['QUARANTINED', 'ACCOUNT_TOO_NEW', ({ accountAgeMs, countedEver }) => accountAgeMs < NEW_ACCOUNT_MS && countedEver >= NEW_ACCOUNT_PLAYS],
];

/** Whether a listen that was long enough counts as a play, and by which rule not. The first rule that fits decides. */
export function decidePlay(facts: PlayFacts): Decided {
  if (!facts.hasGrant) return { decision: 'REFUSED', rule: 'NO_GRANT' };
  if (facts.deliveredMs < facts.creditedMs * DELIVERED_SHARE) {
    return facts.waitedMs < EVIDENCE_MS ? undefined : { decision: 'REFUSED', rule: 'NOT_DELIVERED' };
  }
  const [decision, rule] = REFUSALS.find(([, , fits]) => fits(facts)) ?? (['COUNTED', null] as const);
  return { decision, rule };
}
