import { describe, expect, it } from 'vitest';
import { isLoopback, networkPrefix } from './network-prefix.ts';

describe('networkPrefix', () => {
  it.each([
    ['192.0.2.1', '192.0.2.1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:DB8:1:2::9', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
  ])('of %s is %s', (address, prefix) => expect(networkPrefix(address)).toBe(prefix));
});

describe('isLoopback', () => {
  it('knows this machine', () => {
    expect(['127.0.0.1', '127.8.8.8', '::1', '::ffff:127.0.0.1'].every(isLoopback)).toBe(true);
    expect(['192.0.2.1', '10.0.0.1', '::2', '2001:db8::1', '::'].some(isLoopback)).toBe(false);
  });
});
