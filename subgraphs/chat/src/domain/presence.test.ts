import { describe, expect, it } from 'vitest';
import { PRESENCE_MODE_CODES, presenceModeOf, type PresenceMode, shownPresence } from './presence.ts';

const words = (isActive: boolean, isIdle: boolean) => ({ isActive, isIdle });
const modes = Object.keys(PRESENCE_MODE_CODES) as readonly PresenceMode[];

describe('shownPresence', () => {
  it.each([
    [words(false, false), 'ONLINE'],
    [words(true, false), 'ONLINE'],
    [words(false, true), 'IDLE'],
    [words(true, true), 'ONLINE'],
  ])('goes by the devices: %j is %s', (devices, shown) => {
    expect(shownPresence('AUTOMATIC', true, devices)).toBe(shown);
  });

  it('is what was chosen, whatever the devices do', () => {
    for (const devices of [words(true, true), words(false, true), words(true, false)]) {
      expect(shownPresence('DO_NOT_DISTURB', true, devices)).toBe('DO_NOT_DISTURB');
      expect(shownPresence('INVISIBLE', true, devices)).toBe('OFFLINE');
    }
  });

  it('tells the invisible from the absent in no way', () => {
    for (const mode of modes)
      expect(shownPresence(mode, false, words(true, false))).toBe(shownPresence('INVISIBLE', true, words(true, false)));
  });
});

describe('presenceModeOf', () => {
  it('reads what was stored, and refuses what it does not know', () => {
    expect(modes.map((mode) => presenceModeOf(PRESENCE_MODE_CODES[mode]))).toEqual(modes);
    expect(() => presenceModeOf(9)).toThrow('unknown presence mode 9');
  });
});
