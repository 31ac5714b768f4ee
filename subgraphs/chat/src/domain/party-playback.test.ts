import { describe, expect, it } from 'vitest';
import { hostAfterDriving } from './party-playback.ts';

const [ada, bob] = ['user_a', 'user_b'] as const;

describe('hostAfterDriving', () => {
  it.each([
    ['the first driver becomes host', { userId: ada, hasControl: false, presentHostId: null }, ada],
    ['the host goes on', { userId: ada, hasControl: false, presentHostId: ada }, ada],
    ['a controller drives for the host', { userId: bob, hasControl: true, presentHostId: ada }, ada],
    ['anybody else may not', { userId: bob, hasControl: false, presentHostId: ada }, undefined],
  ] as const)('%s', (_what, driver, host) => expect(hostAfterDriving(driver)).toBe(host));
});
