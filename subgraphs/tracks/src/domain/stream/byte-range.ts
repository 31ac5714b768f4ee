/** What of a file a `Range` header asks for. `whole` also stands for headers that are to be ignored. */
export type RangeAnswer =
  | { readonly kind: 'whole' }
  | { readonly kind: 'part'; readonly start: number; readonly end: number }
  | { readonly kind: 'unsatisfiable' };

const SINGLE_RANGE = /^bytes=(\d*)-(\d*)$/;
const WHOLE: RangeAnswer = { kind: 'whole' };
const UNSATISFIABLE: RangeAnswer = { kind: 'unsatisfiable' };

function suffix(length: number, byteSize: number): RangeAnswer {
  if (length === 0 || byteSize === 0) return UNSATISFIABLE;
  return { kind: 'part', start: Math.max(0, byteSize - length), end: byteSize - 1 };
}

function between(start: number, end: number, byteSize: number): RangeAnswer {
  if (end < start) return WHOLE;
  return start >= byteSize ? UNSATISFIABLE : { kind: 'part', start, end: Math.min(end, byteSize - 1) };
}

/**
 * Reads a `Range` header against a file of a size; positions are inclusive.
 * Several ranges, another unit and malformed text are answered with the whole.
 * @see RFC 9110 §14.2
 */
export function byteRange(header: string | undefined, byteSize: number): RangeAnswer {
  const match = header === undefined ? null : SINGLE_RANGE.exec(header.trim());
  if (!match || match[0] === 'bytes=-') return WHOLE;
  const [, first, last] = match;
  if (first === '') return suffix(Number(last), byteSize);
  return between(Number(first), last === '' ? Number.POSITIVE_INFINITY : Number(last), byteSize);
}
