import { describe, expect, it } from 'vitest';
import { decidePlay, type PlayFacts } from './decide-play.ts';

const well: PlayFacts = {
  durationMs: 180_000,
  creditedMs: 30_000,
  waitedMs: 0,
  isArtist: false,
  hasGrant: true,
  deliveredMs: 32_768,
  sinceLastCountedMs: undefined,
  countedToday: 0,
  countedInHour: 0,
  countedEver: 0,
  otherListenersOfNetwork: 0,
  accountAgeMs: 86_400_000,
};

describe('a listen that is long enough', () => {
  it.each<readonly [string, Partial<PlayFacts>, unknown]>([
    ['counts', {}, { decision: 'COUNTED', rule: null }],
    ['needs a grant', { hasGrant: false }, { decision: 'REFUSED', rule: 'NO_GRANT' }],
    ['waits for evidence', { deliveredMs: 23_999 }, undefined],
    ['is refused without evidence', { deliveredMs: 23_999, waitedMs: 600_000 }, { decision: 'REFUSED', rule: 'NOT_DELIVERED' }],
    ['counts with four fifths of it', { deliveredMs: 24_000, waitedMs: 600_000 }, { decision: 'COUNTED', rule: null }],
    ['keeps its distance, that of the track', { sinceLastCountedMs: 179_999 }, { decision: 'REFUSED', rule: 'TOO_SOON' }],
    ['may come again after the track', { sinceLastCountedMs: 180_000 }, { decision: 'COUNTED', rule: null }],
    ['keeps half a minute of distance', { durationMs: 10_000, sinceLastCountedMs: 29_999 }, { decision: 'REFUSED', rule: 'TOO_SOON' }],
    ['counts ten times a day', { countedToday: 10 }, { decision: 'REFUSED', rule: 'DAILY_CAP' }],
    ['is the artist’s own', { isArtist: true }, { decision: 'OWN', rule: 'OWN' }],
    ['is looked at when one listener has too many', { countedInHour: 60 }, { decision: 'QUARANTINED', rule: 'LISTENER_TOO_FAST' }],
    ['is looked at when one network has too many', { otherListenersOfNetwork: 50 }, { decision: 'QUARANTINED', rule: 'NETWORK_TOO_MANY' }],
    [
      'is looked at when an account is new and busy',
      { accountAgeMs: 3_599_999, countedEver: 20 },
      { decision: 'QUARANTINED', rule: 'ACCOUNT_TOO_NEW' },
    ],
    ['counts when an account is busy and not new', { accountAgeMs: 3_600_000, countedEver: 20 }, { decision: 'COUNTED', rule: null }],
  ])('%s', (_what, change, expected) => {
    expect(decidePlay({ ...well, ...change })).toEqual(expected);
  });
});
