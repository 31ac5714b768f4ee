import type { Log } from '@veza/telemetry';

/** Shows what the equipment of the tests has to complain about. */
export const consoleLog: Log = {
  debug: () => undefined,
  info: () => undefined,
  warn: (event, fields) => console.warn(event, fields),
  error: (event, fields) => console.error(event, fields),
};
