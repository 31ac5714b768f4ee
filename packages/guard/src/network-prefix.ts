import { isIPv6 } from 'node:net';

const MAPPED = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;

/** The eight groups of an IPv6 address, without leading zeros. */
function groupsOf(address: string): readonly string[] {
  const [head = '', tail] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::');
  const before = head === '' ? [] : head.split(':');
  if (tail === undefined) return before;
  const after = tail === '' ? [] : tail.split(':');
  return [...before, ...Array<string>(8 - before.length - after.length).fill('0'), ...after];
}

/** What one household or host is known by: an IPv4 address, or the first 64 bits of an IPv6 one, whose rest anybody changes at will. */
export function networkPrefix(address: string): string {
  const bare = address.split('%', 1)[0]!;
  const [, mapped] = MAPPED.exec(bare) ?? [];
  if (mapped !== undefined) return mapped;
  return isIPv6(bare) ? `${groupsOf(bare).slice(0, 4).join(':')}::/64` : bare;
}

/** Whether the address is this machine's own. */
export function isLoopback(address: string): boolean {
  const prefix = networkPrefix(address);
  return prefix.startsWith('127.') || (prefix === '0:0:0:0::/64' && groupsOf(address).join(':') === '0:0:0:0:0:0:0:1');
}
