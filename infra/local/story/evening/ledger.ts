import { type ChannelEvent, lineOf } from './log-line.ts';

/** What one client was to get of one channel, and what it got. */
export interface LedgerRow {
  readonly client: string;
  readonly channel: string;
  readonly expected: number;
  readonly received: number;
  readonly missing: number;
  readonly doubled: number;
  /** Events that stand elsewhere than in the log. */
  readonly misplaced: number;
}

function counted(lines: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1);
  return counts;
}

function surplus(of: readonly string[], over: readonly string[]): number {
  const covered = counted(over);
  return Array.from(counted(of), ([line, count]) => Math.max(0, count - (covered.get(line) ?? 0))).reduce((sum, count) => sum + count, 0);
}

/**
 * Compares what somebody got with what was acknowledged to those who did it, and its order with the log's own.
 * @param log the channel's log as it is read again at the end
 */
export function ledgerRow(
  names: { readonly client: string; readonly channel: string },
  {
    expected,
    heard,
    log,
  }: { readonly expected: readonly string[]; readonly heard: readonly ChannelEvent[]; readonly log: readonly string[] },
): LedgerRow {
  const received = heard.map(lineOf);
  const ordered = received.filter((line) => !line.startsWith('revoked'));
  return {
    ...names,
    expected: expected.length,
    received: received.length,
    missing: surplus(expected, received),
    doubled: surplus(received, expected),
    misplaced: ordered.filter((line, index) => line !== log[index]).length,
  };
}

/** Whether everything came, once and in its place. */
export function isEven({ missing, doubled, misplaced }: LedgerRow): boolean {
  return missing + doubled + misplaced === 0;
}

/** The ledger as lines of a table. */
export function ledgerTable(rows: readonly LedgerRow[]): readonly string[] {
  const columns = ['expected', 'received', 'missing', 'doubled', 'misplaced'] as const;
  const head = `${'client'.padEnd(10)} ${'channel'.padEnd(8)} ${columns.map((column) => column.padStart(9)).join(' ')}`;
  const lines = rows.map((row) => {
    const numbers = columns.map((column) => String(row[column]).padStart(9)).join(' ');
    return `${row.client.padEnd(10)} ${row.channel.padEnd(8)} ${numbers}   ${isEven(row) ? 'equal' : 'NOT EQUAL'}`;
  });
  return [head, ...lines];
}
