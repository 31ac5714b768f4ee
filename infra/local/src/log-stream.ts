import { createLog, type Log, type LogLevel } from '@veza/telemetry';
import pretty from 'pino-pretty';

/** Logs on stdout: for eyes on a terminal, as JSON lines everywhere else. */
export function processLog(level: LogLevel, isTerminal: boolean): Log {
  if (!isTerminal) return createLog({ service: 'veza', level });
  return createLog({
    service: 'veza',
    level,
    destination: pretty({
      colorize: true,
      ignore: 'pid,hostname,service,event',
      singleLine: true,
      sync: true,
      translateTime: 'SYS:HH:MM:ss.l',
    }),
  });
}
