/** The outcome of something that may fail in ways its caller can act on. Bugs and outages are thrown instead. */
export type Result<T, F> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: F };

/** A success. */
export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

/** An expected failure, discriminated by its `code`. */
export function err<F>(error: F): { readonly ok: false; readonly error: F } {
  return { ok: false, error };
}
