import { resolve } from 'node:path';
import { onOff, readConfig, SERVER_VARIABLES } from '@veza/config';
import { DEFAULT_RATES } from '@veza/gateway/rate-limits';
import { rate } from '@veza/gateway/rate';
import type { RateLimit } from '@veza/key-value';
import { z } from 'zod';

const SECRET_BYTES = 32;
const secret = z
  .string()
  .transform((text) => Buffer.from(text, 'base64'))
  .refine((bytes) => bytes.length === SECRET_BYTES, `must be ${SECRET_BYTES} bytes in base64`);

/** Every variable that the one-process start reads. */
const VARIABLES = z.object({
  ...SERVER_VARIABLES,
  VEZA_MEDIA_URL: z.url().optional(),
  VEZA_DATA_DIR: z.string().min(1).default('.veza'),
  VEZA_DATABASE_URL: z.url().optional(),
  VEZA_KEK: secret.optional(),
  VEZA_FFMPEG: z.string().min(1).optional(),
  VEZA_ALLOWED_ORIGINS: z.string().default(''),
  VEZA_DOCUMENTS: z.enum(['open', 'hybrid', 'only']).default('open'),
  VEZA_RATE_USER: rate.default(DEFAULT_RATES.user),
  VEZA_RATE_ANONYMOUS: rate.default(DEFAULT_RATES.anonymous),
  VEZA_RATE_SEND: rate.default({ capacity: 60, refillPerSecond: 10 }),
  VEZA_COMPRESSION: onOff.default('on'),
  VEZA_GRAPHIQL: onOff.optional(),
  VEZA_INTROSPECTION: onOff.optional(),
});

const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', '::1', 'localhost']);

/** In production the public address is known, and keys that lie beside the data do not protect a server that others can reach. */
const SHAPE = VARIABLES.superRefine((given, { addIssue }) => {
  if (given.VEZA_ENV !== 'production') return;
  if (given.VEZA_PUBLIC_URL === undefined) addIssue({ code: 'custom', path: ['VEZA_PUBLIC_URL'], message: 'is required in production' });
  if (!LOOPBACK.has(given.HOST) && given.VEZA_KEK === undefined) {
    addIssue({ code: 'custom', path: ['VEZA_KEK'], message: 'is required where others can reach a server in production' });
  }
});

/** Names of the variables, for the table in the README. */
export const LOCAL_VARIABLES: readonly string[] = Object.keys(VARIABLES.shape);

/** The configuration of one process that holds everything. */
export interface LocalConfig {
  readonly port: number;
  readonly host: string;
  /** Port for operators; undefined keeps their pages on `port`, for loopback callers only. */
  readonly opsPort: number | undefined;
  readonly environment: 'development' | 'production' | 'test';
  /** Undefined means `http://localhost:<port>`. */
  readonly publicUrl: string | undefined;
  readonly mediaUrl: string | undefined;
  /** Absolute. */
  readonly dataDir: string;
  /** Undefined means the embedded Postgres. */
  readonly databaseUrl: string | undefined;
  /** Key that encrypts other keys; undefined means one that is made and kept in the data folder. */
  readonly keyEncryptionKey: Uint8Array | undefined;
  readonly ffmpegPath: string | undefined;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error';
  readonly allowedOrigins: readonly string[];
  /** Who may send documents of their own: everybody, people who are signed in, or nobody. */
  readonly documents: 'open' | 'hybrid' | 'only';
  /** Points of static cost: of one person, and of one network without a token. */
  readonly rates: { readonly user: RateLimit; readonly anonymous: RateLimit };
  /** Messages that one person may send. */
  readonly sendRate: RateLimit;
  readonly compression: boolean;
  readonly graphiql: boolean;
  readonly introspection: boolean;
}

/** Reads the environment. Throws with one message that names every bad variable. */
export function localConfig(env: NodeJS.ProcessEnv, workingDirectory: string): LocalConfig {
  const given = readConfig(SHAPE, env);
  const isDevelopment = given.VEZA_ENV !== 'production';
  return Object.freeze({
    port: given.PORT,
    host: given.HOST,
    opsPort: given.VEZA_OPS_PORT,
    environment: given.VEZA_ENV,
    publicUrl: given.VEZA_PUBLIC_URL?.replace(/\/$/, ''),
    mediaUrl: given.VEZA_MEDIA_URL?.replace(/\/$/, ''),
    dataDir: resolve(workingDirectory, given.VEZA_DATA_DIR),
    databaseUrl: given.VEZA_DATABASE_URL,
    keyEncryptionKey: given.VEZA_KEK,
    ffmpegPath: given.VEZA_FFMPEG,
    logLevel: given.VEZA_LOG_LEVEL,
    allowedOrigins: given.VEZA_ALLOWED_ORIGINS.split(',')
      .map((origin) => origin.trim())
      .filter((origin) => origin !== ''),
    documents: given.VEZA_DOCUMENTS,
    rates: { user: given.VEZA_RATE_USER, anonymous: given.VEZA_RATE_ANONYMOUS },
    sendRate: given.VEZA_RATE_SEND,
    compression: given.VEZA_COMPRESSION === 'on',
    graphiql: given.VEZA_GRAPHIQL ? given.VEZA_GRAPHIQL === 'on' : isDevelopment,
    introspection: given.VEZA_INTROSPECTION ? given.VEZA_INTROSPECTION === 'on' : isDevelopment,
  });
}
