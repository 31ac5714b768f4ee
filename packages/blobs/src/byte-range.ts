import type { ByteRange } from './blob-store.ts';

/** The part of `byteSize` bytes that a range names, its end cut to the last byte. A range that begins behind it or ends before it begins throws. */
export function rangeWithin({ start, end }: ByteRange, byteSize: number): ByteRange {
  const isRange = Number.isSafeInteger(start) && Number.isSafeInteger(end) && start >= 0 && end >= start && start < byteSize;
  if (!isRange) throw new RangeError('the range lies outside the blob');
  return { start, end: Math.min(end, byteSize - 1) };
}
