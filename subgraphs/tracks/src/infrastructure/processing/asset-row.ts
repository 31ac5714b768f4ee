import type { InferSelectModel } from 'drizzle-orm';
import type { Asset } from '../../application/processing/ports.ts';
import type { asset } from '../tables.ts';

/** A version of audio from its row. */
export function assetOf(row: InferSelectModel<typeof asset>): Asset {
  const { id, trackId, aid, uploadId, state, retiredAt } = row;
  return { id, trackId, aid, uploadId, state, isRetired: retiredAt !== null };
}
