import { describe, expect, it } from 'vitest';
import { socketsPerAddress } from './sockets-per-address.ts';

describe('socketsPerAddress', () => {
  it('lets a household have so many sockets, whatever its addresses, and others as many', () => {
    const sockets = socketsPerAddress(2, false);
    const leave = sockets.enter('2001:db8:1:2::1');
    sockets.enter('2001:db8:1:2::99');
    expect(sockets.isCrowd('2001:db8:1:2:3::4')).toBe(true);
    expect(sockets.isCrowd('2001:db8:1:3::1')).toBe(false);
    leave();
    expect(sockets.isCrowd('2001:db8:1:2:3::4')).toBe(false);
  });

  it('spares this machine where it is to, and whoever has no address', () => {
    for (const [spares, isCrowd] of [
      [true, false],
      [false, true],
    ] as const) {
      const sockets = socketsPerAddress(1, spares);
      sockets.enter('127.0.0.1');
      expect(sockets.isCrowd('127.0.0.1')).toBe(isCrowd);
      sockets.enter(undefined)();
      expect(sockets.isCrowd(undefined)).toBe(false);
    }
  });
});
