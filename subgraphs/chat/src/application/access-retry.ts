import { err, type Result } from '@veza/kernel';

/** The permissions under which a change was allowed are no longer the present ones. */
export const EPOCH_CHANGED = { code: 'EPOCH_CHANGED' } as const;
export type EpochChanged = typeof EPOCH_CHANGED;

/** Many, because everybody who joins a crowded community changes its permissions. */
const ATTEMPTS = 12;

/**
 * Decides and writes again while permissions change between the two, which the write notices.
 * Throws when they changed twelve times in a row.
 */
export async function withPresentAccess<T, F extends { readonly code: string }>(
  attempt: (attemptsBefore: number) => Promise<Result<T, F | EpochChanged>>,
): Promise<Result<T, F>> {
  for (let attempts = 0; attempts < ATTEMPTS; attempts += 1) {
    const result = await attempt(attempts);
    if (result.ok) return result;
    if (!isEpochChanged(result.error)) return err(result.error);
  }
  throw new Error(`permissions changed under ${ATTEMPTS} attempts in a row`);
}

function isEpochChanged<F extends { readonly code: string }>(failure: F | EpochChanged): failure is EpochChanged {
  return failure.code === EPOCH_CHANGED.code;
}
