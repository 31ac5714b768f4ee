import { err, ok, type Result } from './result.ts';

/** Page size when the client names none. */
export const DEFAULT_PAGE_SIZE = 20;
/** Largest page a client may ask for. */
export const MAX_PAGE_SIZE = 100;

/** The four arguments of every connection. */
export interface PageArguments {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly last?: number | null | undefined;
  readonly before?: string | null | undefined;
}

/** A page request that is known to be well-formed. `size` is 1…100; `cursor` is exclusive. */
export interface PageRequest {
  readonly direction: 'forward' | 'backward';
  readonly size: number;
  readonly after: string | undefined;
  readonly before: string | undefined;
}

/** A page request whose cursors are read: `size` items after or before places of the list, both exclusive. */
export interface Slice<Place> extends Pick<PageRequest, 'direction' | 'size'> {
  readonly after: Place | undefined;
  readonly before: Place | undefined;
}

/** What is wrong with the arguments, as the client is told. */
export interface InvalidPage {
  readonly code: 'BAD_USER_INPUT';
  readonly message: string;
}

/** A page of rows in the connection's own order, with both `has…` answers exact. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
}

/** GraphQL makes no difference between `null` and a missing argument here. */
const orUndefined = <T>(argument: T | null | undefined): T | undefined => argument ?? undefined;

const isPageSize = (size: number) => Number.isInteger(size) && size >= 1 && size <= MAX_PAGE_SIZE;

/** Checks the arguments of a connection: sizes are never clamped, and `first` excludes `last`. */
export function pageRequest(given: PageArguments): Result<PageRequest, InvalidPage> {
  const [first, last] = [orUndefined(given.first), orUndefined(given.last)];
  if (first !== undefined && last !== undefined) return err({ code: 'BAD_USER_INPUT', message: 'give first or last, not both' });
  const size = first ?? last ?? DEFAULT_PAGE_SIZE;
  if (!isPageSize(size)) return err({ code: 'BAD_USER_INPUT', message: `first and last go from 1 to ${MAX_PAGE_SIZE}` });
  const direction = last === undefined ? 'forward' : 'backward';
  return ok({ direction, size, after: orUndefined(given.after), before: orUndefined(given.before) });
}

/**
 * Turns `size + 1` rows, fetched in the direction of travel, into a page in the connection's order.
 * The surplus row tells whether more follow; the presence of the opposite cursor tells whether some came before.
 */
export function pageOf<T>(rows: readonly T[], request: PageRequest): Page<T> {
  const more = rows.length > request.size;
  const items = rows.slice(0, request.size);
  return request.direction === 'forward'
    ? { items, hasNextPage: more, hasPreviousPage: request.after !== undefined }
    : { items: items.toReversed(), hasNextPage: request.before !== undefined, hasPreviousPage: more };
}
