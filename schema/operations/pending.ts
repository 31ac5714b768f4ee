/**
 * Client documents whose area is not built yet. A test holds this list to the truth in both directions:
 * a document that validates may not stand here, and one that does not validate must.
 */
export const PENDING_DOCUMENTS: ReadonlySet<string> = new Set([]);
