import type { CandidateName } from './candidates.ts';
import type { Figures } from './rounds.ts';

/** The medians of every server for one query. */
export type Measured = Readonly<Record<CandidateName, Figures>>;

/** A ratio and what it has to reach. */
export interface Goal {
  readonly text: string;
  /** What was measured; `isMet` says whether that is enough. */
  readonly value: number;
  readonly bound: number;
  readonly isMet: boolean;
}

const atLeast = (text: string, value: number, bound: number): Goal => ({ text: `${text} ≥`, value, bound, isMet: value >= bound });
const atMost = (text: string, value: number, bound: number): Goal => ({ text: `${text} ≤`, value, bound, isMet: value <= bound });

/** The ratios that we promise, for one query. */
export function goals(measured: Measured): readonly Goal[] {
  const { apollo, hive, ours } = measured;
  const alone = measured['ours, nothing shared'];
  const inProcess = measured['ours, in-process'];
  return [
    atLeast('requests/s, nothing shared : Apollo', alone.perSecond / apollo.perSecond, 10),
    atLeast('CPU, Apollo : nothing shared', apollo.cpuMs / alone.cpuMs, 10),
    atLeast('CPU, Hive : nothing shared', hive.cpuMs / alone.cpuMs, 2.5),
    atLeast('requests/s, ours : Apollo', ours.perSecond / apollo.perSecond, 30),
    atLeast('CPU, Apollo : ours', apollo.cpuMs / ours.cpuMs, 30),
    atLeast('CPU, Hive : ours', hive.cpuMs / ours.cpuMs, 6),
    atMost('p99, nothing shared : Apollo', alone.p99 / apollo.p99, 0.2),
    atMost('CPU, in-process : one schema', inProcess.cpuMs / measured['one schema'].cpuMs, 2),
  ];
}
