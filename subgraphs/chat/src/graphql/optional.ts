import { type Id, toId } from '@veza/kernel';

/** A field of an input that cannot be cleared: null means the same as left out. */
export function optional<T>(value: T | null | undefined): T | undefined {
  return value ?? undefined;
}

/** An id that may be left out. */
export function optionalId<Prefix extends string>(prefix: Prefix, text: string | null | undefined): Id<Prefix> | null {
  return text == null ? null : toId(prefix, text);
}
