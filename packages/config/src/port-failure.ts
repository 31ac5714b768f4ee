import { StartFailure } from './start-failure.ts';

/** A port with the variable that sets it. */
export interface NamedPort {
  readonly variable: 'PORT' | 'VEZA_OPS_PORT';
  readonly host: string;
  readonly port: number;
}

const REASONS: Readonly<Record<string, (variable: string) => string>> = {
  EADDRINUSE: (variable) => `is taken by another program; set ${variable} to a free one (${variable}=4100)`,
  EACCES: (variable) => `may not be opened by this user; set ${variable} to one above 1023`,
  EADDRNOTAVAIL: () => 'is not on an address of this machine; set HOST to one that is',
  ENOTFOUND: () => 'cannot be had: there is no such host; set HOST to an address of this machine',
};

/** What to tell of a port that cannot be opened. @param cause what the operating system said */
export function portFailure({ host, port, variable }: NamedPort, cause: unknown): StartFailure {
  const { code = '', message } = cause as NodeJS.ErrnoException;
  const reason = REASONS[code]?.(variable) ?? `cannot be opened (${message}); set HOST and ${variable} to what can`;
  return new StartFailure(`port ${port} on ${host} ${reason}`, { cause });
}
