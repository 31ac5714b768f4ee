import type { Id } from '@veza/kernel';

/** One time that somebody heard a track on a device, as far as its reports tell. */
export interface Listen {
  readonly trackId: Id<'track'>;
  readonly startedAt: Date;
  readonly reportedAt: Date;
  /** Heard since it began, as the device says: milliseconds, cumulative. */
  readonly playedMs: number;
  /** What of it is believed. */
  readonly creditedMs: number;
  /** What is left of the one allowance for clocks that differ. */
  readonly spareMs: number;
}

/** What a device tells. */
export interface PlaybackReport {
  readonly trackId: Id<'track'>;
  readonly playedMs: number;
  readonly at: Date;
}

/** What is known of a track when a report comes. */
export interface ReportedTrack {
  readonly durationMs: number;
  /** When the listener was last given addresses of it; undefined when never or long ago. */
  readonly grantedAt: Date | undefined;
}

/** A device that was silent for so long begins anew. */
const SILENCE_MS = 30 * 60_000;
/** Given once a listen: reports and their answers take time. */
const SPARE_MS = 2_000;
/** Clocks of devices may run faster than ours by so much. */
const CLOCK_TOLERANCE = 1.1;
/** Heard this long, half a track at most, a listen is a play. */
const PLAY_MS = 30_000;

/** Heard since an instant at most, whatever a device says. */
const atMostSince = (from: Date, to: Date) => Math.max(0, Math.floor((to.getTime() - from.getTime()) * CLOCK_TOLERANCE));

/**
 * Whether a report begins a new listen: the first of a track on a device, after another track, after 30 minutes of silence, or after `playedMs`
 * fell to what can have been heard since the last report. What is lower in any other way is late.
 */
export function beginsAnew(last: Listen | undefined, { trackId, playedMs, at }: PlaybackReport): boolean {
  if (last?.trackId !== trackId) return true;
  if (at.getTime() - last.reportedAt.getTime() >= SILENCE_MS) return true;
  return playedMs < last.playedMs && playedMs <= atMostSince(last.reportedAt, at) + SPARE_MS;
}

/** Credits what a report adds: no more than the time that went by, and never beyond the track's length. */
function credited(listen: Listen, { playedMs, at }: PlaybackReport, since: Date, durationMs: number): Listen {
  const claimed = playedMs - listen.playedMs;
  const wallMs = atMostSince(since, at);
  const gainedMs = Math.min(claimed, wallMs + listen.spareMs);
  const spareMs = listen.spareMs - Math.max(0, gainedMs - wallMs);
  const creditedMs = Math.min(durationMs, listen.creditedMs + gainedMs);
  return { ...listen, reportedAt: at, playedMs, creditedMs, spareMs };
}

/** The listen after a report; undefined when a late or repeated report changes nothing. */
export function afterReport(
  last: Listen | undefined,
  report: PlaybackReport,
  { durationMs, grantedAt }: ReportedTrack,
): Listen | undefined {
  const { trackId, at, playedMs } = report;
  if (last !== undefined && !beginsAnew(last, report)) {
    return playedMs > last.playedMs ? credited(last, report, last.reportedAt, durationMs) : undefined;
  }
  const fresh = { trackId, startedAt: at, reportedAt: at, playedMs: 0, creditedMs: 0, spareMs: SPARE_MS };
  const since =
    last !== undefined && last.trackId === trackId && last.reportedAt > (grantedAt ?? new Date(0)) ? last.reportedAt : (grantedAt ?? at);
  return credited(fresh, report, since, durationMs);
}

/** Credit from which a listen is a play. */
export function playThresholdMs(durationMs: number): number {
  return Math.min(PLAY_MS, Math.floor(durationMs / 2));
}
