import { type DestinationStream, pino } from 'pino';
import { prettyFactory } from 'pino-pretty';
import { errorFields } from './error-fields.ts';
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
  /** Lines for a person at a terminal instead of JSON, default false. */
  readonly pretty?: boolean;
  /** Where the lines go; stdout when absent. */
  readonly destination?: DestinationStream;
}

const clean = (value: unknown): unknown => (typeof value === 'string' && isSecretText(value) ? REDACTED_TEXT : value);

/** `error` becomes `err`, which the serializer takes apart. */
function lineOf(event: string, fields: LogFields): Record<string, unknown> {
  const { error, ...rest } = fields;
  const safe = Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, clean(value)]));
  return error === undefined ? { event, ...safe } : { event, ...safe, err: error };
}

/** Turns each JSON line into lines for the eye, at once, so that the last words of a process are not lost. */
function prettyStream(destination: DestinationStream = process.stdout): DestinationStream {
  const format = prettyFactory({
    colorize: destination === process.stdout && process.stdout.isTTY,
    ignore: 'service,event',
    translateTime: 'SYS:HH:MM:ss.l',
  });
  return { write: (line) => destination.write(format(line)) };
}

/** A log with secrets taken out by path and by form: JSON lines, one each, or the same for the eye. */
export function createLog({ service, level, pretty = false, destination }: LogOptions): Log {
  const logger = pino(
    {
      level,
      base: { service },
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: [...REDACTED_PATHS], censor: REDACTED_TEXT },
      serializers: { err: (error: unknown) => errorFields(error) },
    },
    pretty ? prettyStream(destination) : destination,
  );
  /** A line that nobody is to read is not even put together. */
  const at =
    (severity: LogLevel): Log[LogLevel] =>
    (event, fields = {}) => {
      if (logger.isLevelEnabled(severity)) logger[severity](lineOf(event, fields), event);
    };
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}

const nothing = () => undefined;

/** A log that writes nothing, for tests that are not about logs. */
export const silentLog: Log = { debug: nothing, info: nothing, warn: nothing, error: nothing };
