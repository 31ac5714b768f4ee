import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { afterReport, beginsAnew, type Listen, playThresholdMs, type PlaybackReport } from './listen.ts';

const at = (seconds: number) => new Date(seconds * 1000);
const trackId = 'track_a' as const;
const track = { durationMs: 180_000, grantedAt: at(0) };
const report = (seconds: number, playedMs: number, of: PlaybackReport['trackId'] = trackId): PlaybackReport => ({
  trackId: of,
  playedMs,
  at: at(seconds),
});
/** The listen after some reports, each `[seconds, playedMs]`. */
const after = (...reports: readonly (readonly [number, number])[]) =>
  reports.reduce<Listen | undefined>((last, [seconds, playedMs]) => afterReport(last, report(seconds, playedMs), track) ?? last, undefined);

describe('a listen', () => {
  it('is credited with what it says, when the clock agrees', () => {
    expect(after([15, 15_000], [30, 30_000])).toMatchObject({ playedMs: 30_000, creditedMs: 30_000, spareMs: 2_000 });
  });

  it('gains nothing by a clock that runs ahead, but two seconds once and a tenth', () => {
    expect(after([10, 60_000])).toMatchObject({ creditedMs: 13_000, spareMs: 0 });
    expect(after([10, 60_000], [20, 120_000])).toMatchObject({ creditedMs: 24_000 });
    expect(afterReport(undefined, report(5, 60_000), { ...track, grantedAt: undefined }), 'without a grant').toMatchObject({
      creditedMs: 2_000,
    });
  });

  it('is never longer than its track', () => {
    expect(after([300, 300_000])).toMatchObject({ creditedMs: 180_000 });
  });

  it('is changed by no repeated and no late report', () => {
    const last = after([15, 15_000], [60, 60_000]);
    expect(afterReport(last, report(61, 60_000), track)).toBeUndefined();
    expect(afterReport(last, report(61, 45_000), track)).toBeUndefined();
  });

  it.each([
    ['the first report', undefined, report(1, 1), true],
    ['the next report', after([15, 15_000]), report(30, 30_000), false],
    ['another track', after([15, 15_000]), report(30, 30_000, 'track_b'), true],
    ['half an hour of silence', after([15, 15_000]), report(15 + 1_800, 30_000), true],
    ['a fall to what can have been heard since', after([15, 170_000]), report(30, 15_000), true],
    ['a late report', after([15, 170_000]), report(16, 150_000), false],
  ])('begins anew with %s: %#', (_what, last, given, expected) => {
    expect(beginsAnew(last, given)).toBe(expected);
  });

  it('that begins again has its own credit, from where the last one ended', () => {
    const again = afterReport(after([170, 170_000]), report(185, 15_000), track);
    expect(again).toMatchObject({ startedAt: at(185), playedMs: 15_000, creditedMs: 15_000 });
  });

  it('never credits more than the time that went by, whatever is reported', () => {
    const steps = fc.array(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 400_000 })), { maxLength: 20 });
    fc.assert(
      fc.property(steps, (reports) => {
        let seconds = 0;
        let last: Listen | undefined;
        let total = 0;
        for (const [wait, playedMs] of reports) {
          seconds += wait;
          const next = afterReport(last, report(seconds, playedMs), { ...track, durationMs: 1e9 });
          if (next) total += next.creditedMs - (next.startedAt === last?.startedAt ? last.creditedMs : 0);
          last = next ?? last;
        }
        return total <= seconds * 1_100 + 2_000 * reports.length && (last?.creditedMs ?? 0) <= (last?.playedMs ?? 0);
      }),
    );
  });

  it('is a play from 30 seconds, or half a short track', () => {
    expect([playThresholdMs(180_000), playThresholdMs(20_000), playThresholdMs(61_001)]).toEqual([30_000, 10_000, 30_000]);
  });
});
