/** Why a change is refused, for a person who can mend it. */
export interface Problem {
  readonly code: 'INVALID' | 'NOT_FOUND' | 'NOT_PERMITTED' | 'STATE_NOT_ALLOWED' | 'UPLOAD_NOT_READY' | 'LISTING_INCOMPLETE';
  /** Place inside the input; list places as numbers. */
  readonly path: readonly (string | number)[];
}

/** A field whose value is missing, too long or out of range. */
export function invalid(...path: readonly (string | number)[]): Problem {
  return { code: 'INVALID', path };
}
