import type { InferSelectModel } from 'drizzle-orm';
import type { KeptListen } from '../../application/play/ports.ts';
import type { listen } from '../tables.ts';

/** A listen from its row, which has the same members. */
export function listenOf(row: InferSelectModel<typeof listen>): KeptListen {
  return row;
}
