import type { Log, LogFields } from '@veza/telemetry';

/** A line of the log. */
export interface LoggedEvent {
  readonly level: keyof Log;
  readonly event: string;
  readonly fields: LogFields;
}

/** A log that a test reads afterwards. */
export function recordedLog(): { readonly log: Log; readonly events: readonly LoggedEvent[] } {
  const events: LoggedEvent[] = [];
  const at =
    (level: keyof Log) =>
    (event: string, fields: LogFields = {}) =>
      void events.push({ level, event, fields });
  return { events, log: { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') } };
}
