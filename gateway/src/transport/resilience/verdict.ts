import { SubgraphFailure } from '../port.ts';
import type { Verdict } from './breaker.ts';

/** Failures that show a subgraph to be ill. What it refuses or answers oddly shows that it is there, and a client may have caused it. */
const ILL: readonly SubgraphFailure['kind'][] = ['unreachable', 'unavailable', 'broken'];
const SILENT: readonly SubgraphFailure['kind'][] = ['cancelled', 'held-back'];

/**
 * What a failed call says about its subgraph.
 * @param hadFairTime whether it had enough time, so that being late is the subgraph's fault and not that of the calls before it
 */
export function verdictOf(failure: unknown, hadFairTime: boolean): Verdict {
  if (!(failure instanceof SubgraphFailure)) return 'ill';
  if (failure.kind === 'late') return hadFairTime ? 'ill' : 'unknown';
  if (SILENT.includes(failure.kind)) return 'unknown';
  return ILL.includes(failure.kind) ? 'ill' : 'well';
}

/** Whether a query may be sent again: nothing of an answer was seen, or the subgraph said that it cannot serve just now. */
export function mayRepeat(failure: unknown): boolean {
  return failure instanceof SubgraphFailure && (failure.kind === 'unreachable' || failure.kind === 'unavailable');
}
