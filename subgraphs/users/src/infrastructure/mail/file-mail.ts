import { mkdir, rename, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Clock } from '@veza/kernel';
import type { Log } from '@veza/telemetry';
import type { Mail } from '../../application/mail/ports.ts';
import { writeMail } from './mail-templates.ts';

/** Where mails are put and who hears of it. */
export interface FileMailOptions {
  /** Made when it is not there; for the owner's eyes only. */
  readonly folder: string;
  readonly clock: Clock;
  /** A fresh name part for each mail, e.g. a uuid. */
  readonly newMailId: () => string;
  readonly log: Log;
}

/**
 * Writes each mail to a JSON file of its own, readable by the owner alone, instead of sending it; the file appears whole or not at all.
 * The log names the template and the file, never an address or a token.
 */
export function fileMail({ folder, clock, newMailId, log }: FileMailOptions): Mail {
  return {
    async send(mail) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const at = clock().toISOString();
      const file = join(folder, `${at.replaceAll(':', '-')}-${mail.template.toLowerCase().replaceAll('_', '-')}-${newMailId()}.json`);
      await writeFile(`${file}.part`, `${JSON.stringify({ at, ...mail, ...writeMail(mail) }, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
      await rename(`${file}.part`, file);
      log.info('mail.written', { template: mail.template, file: basename(file) });
    },
  };
}
