import { scalar } from './scalar.ts';

const RFC_3339 = /^(\d{4})-(\d{2})-(\d{2})[Tt](\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,9}))?([Zz]|[+-]\d{2}:\d{2})$/;
const MAX_LENGTH = 35;
const FIRST_MS = 0;
const LAST_MS = Date.UTC(9999, 11, 31, 23, 59, 59, 999);
const MINUTE_MS = 60_000;

const isRealDay = (year: number, month: number, day: number) =>
  month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
const isRealTime = (hour: number, minute: number, second: number) => hour <= 23 && minute <= 59 && second <= 59;

/** Minutes east of Greenwich, or undefined when no clock on Earth has that offset. */
function offsetMinutes(text: string): number | undefined {
  if (text === 'Z' || text === 'z') return 0;
  const [hours, minutes] = [Number(text.slice(1, 3)), Number(text.slice(4, 6))];
  if (hours > 23 || minutes > 59) return undefined;
  return (text.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}

/** Epoch milliseconds of the matched parts, or undefined for what no calendar and no clock shows. */
function epochMs(parts: RegExpExecArray): number | undefined {
  const [year, month, day, hour, minute, second] = parts.slice(1, 7).map(Number) as [number, number, number, number, number, number];
  const offset = offsetMinutes(parts[8]!);
  if (offset === undefined || !isRealDay(year, month, day) || !isRealTime(hour, minute, second)) return undefined;
  const milliseconds = Number((parts[7] ?? '').slice(0, 3).padEnd(3, '0'));
  return Date.UTC(year, month - 1, day, hour, minute, second, milliseconds) - offset * MINUTE_MS;
}

/**
 * An instant from RFC 3339 text with an offset; digits beyond milliseconds are cut off.
 * Undefined for days and times that no calendar has, leap seconds, and years outside 1970 to 9999 (in UTC).
 */
export function parseDateTime(text: string): Date | undefined {
  const parts = text.length <= MAX_LENGTH ? RFC_3339.exec(text) : null;
  const instant = parts ? epochMs(parts) : undefined;
  return instant !== undefined && instant >= FIRST_MS && instant <= LAST_MS ? new Date(instant) : undefined;
}

/** `DateTime`: a `Date` inside; answered in UTC with milliseconds. @see RFC 3339 §5.6 */
export const dateTimeScalar = scalar<Date, string>({
  name: 'DateTime',
  expected: 'RFC 3339 text with an offset, on a real calendar day from 1970 to 9999',
  read: (wire) => (typeof wire === 'string' ? parseDateTime(wire) : undefined),
  write: (value) => (value instanceof Date && !Number.isNaN(value.getTime()) ? value.toISOString() : undefined),
});
