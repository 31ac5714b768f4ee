import { type DestinationStream, pino } from 'pino';
import { isSecretText, REDACTED_PATHS, REDACTED_TEXT } from './redaction.ts';

/** Facts beside an event's name: ids, counts, codes, durations. Never content, tokens or addresses. */
export type LogFields = Readonly<Record<string, unknown>>;

/** Structured logging: a fixed event name and fields. An `error` field keeps its cause chain. */
export interface Log {
  debug(event: string, fields?: LogFields): void;
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
}

/** The least severe level that is written. */
export type LogLevel = 'debug' | 'info' | 'warn' | 'error';

/** How a process logs. */
export interface LogOptions {
  /** Name of the process, as `service`. */
  readonly service: string;
  readonly level: LogLevel;
  /** Where the lines go; stdout when absent. */
  readonly destination?: DestinationStream;
}

const clean = (value: unknown): unknown => (typeof value === 'string' && isSecretText(value) ? REDACTED_TEXT : value);

/** `error` becomes pino's `err`, so that its serializer writes type, message, stack and causes. */
function lineOf(event: string, fields: LogFields): Record<string, unknown> {
  const { error, ...rest } = fields;
  const safe = Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, clean(value)]));
  return error === undefined ? { event, ...safe } : { event, ...safe, err: error };
}

/** A log of JSON lines, one each, with secrets taken out by path and by form. */
export function createLog({ service, level, destination }: LogOptions): Log {
  const logger = pino(
    { level, base: { service }, timestamp: pino.stdTimeFunctions.isoTime, redact: { paths: [...REDACTED_PATHS], censor: REDACTED_TEXT } },
    destination,
  );
  return {
    debug: (event, fields = {}) => logger.debug(lineOf(event, fields), event),
    info: (event, fields = {}) => logger.info(lineOf(event, fields), event),
    warn: (event, fields = {}) => logger.warn(lineOf(event, fields), event),
    error: (event, fields = {}) => logger.error(lineOf(event, fields), event),
  };
}

const nothing = () => undefined;

/** A log that writes nothing, for tests that are not about logs. */
export const silentLog: Log = { debug: nothing, info: nothing, warn: nothing, error: nothing };
