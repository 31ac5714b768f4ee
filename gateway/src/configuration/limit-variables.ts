import { defaultLimits, limitVariable, type LimitName, type Limits } from '@veza/guard';
import { z } from 'zod';

const NAMES = Object.keys(defaultLimits) as readonly LimitName[];
const PREFIX = 'VEZA_LIMIT_';
/** No limit that is counted exactly is larger. */
const MOST = 2 ** 31 - 1;

const atMost = z.coerce.number().int().min(1).max(MOST).optional();
/** Cost is the one limit that may be left out: it says something only where fields have weights. */
const cost = z
  .string()
  .refine((text) => text === 'off' || /^[1-9]\d{0,9}$/.test(text), 'must be a number of points, or off')
  .transform((text) => (text === 'off' ? Number.POSITIVE_INFINITY : Number(text)))
  .optional();
const unknown = z.string().refine(() => false, 'is the name of no limit');

/** Variables that set single limits. */
const LIMIT_VARIABLES: readonly string[] = NAMES.map(limitVariable);

/** A shape for `VEZA_LIMIT_<NAME>`; names that look like one and are none are refused. */
export function limitShape(env: NodeJS.ProcessEnv): z.ZodRawShape {
  const strangers = Object.keys(env).filter((name) => name.startsWith(PREFIX) && !LIMIT_VARIABLES.includes(name));
  return {
    ...Object.fromEntries(strangers.map((name) => [name, unknown])),
    ...Object.fromEntries(NAMES.map((name) => [limitVariable(name), name === 'cost' ? cost : atMost])),
  };
}

/** The limits with single ones set. @param given values of `limitShape` by variable */
export function withSingleLimits(limits: Limits, given: Readonly<Record<string, unknown>>): Limits {
  const own = NAMES.flatMap((name) => {
    const value = given[limitVariable(name)];
    return typeof value === 'number' ? [[name, value] as const] : [];
  });
  return Object.freeze({ ...limits, ...Object.fromEntries(own) });
}
