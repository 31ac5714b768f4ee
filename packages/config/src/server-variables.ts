import { z } from 'zod';

const port = z.coerce.number().int().min(1).max(65_535);

/** The variables that every process with a server reads; spread into the shape of each. */
export const SERVER_VARIABLES = {
  PORT: port.default(4000),
  HOST: z.string().min(1).default('127.0.0.1'),
  VEZA_OPS_PORT: port.optional(),
  VEZA_ENV: z.enum(['development', 'production', 'test']).default('development'),
  VEZA_PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  VEZA_LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error']).default('info'),
};

/** A variable that switches something. */
export const onOff = z.enum(['on', 'off']);
