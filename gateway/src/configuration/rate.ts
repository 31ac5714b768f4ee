import type { RateLimit } from '@veza/key-value';
import { z } from 'zod';
import { rateOf } from '../plugins/rate-limits.ts';

/** A rate as the environment writes it, e.g. `20000/500`. */
export const rate = z.string().transform((text, { addIssue }): RateLimit => {
  const read = rateOf(text);
  if (read) return read;
  addIssue({ code: 'custom', message: 'must be points and points per second, e.g. 20000/500' });
  return z.NEVER;
});
