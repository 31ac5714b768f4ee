import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LogFields } from '@veza/telemetry';
import { silentLog } from '@veza/telemetry';
import { fixedClock, sequentialUuids } from '@veza/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fileMail, type OutgoingMail } from '../src/app.ts';

let folder: string;
beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'veza-mail-')), 'mail');
});
afterEach(() => rm(join(folder, '..'), { recursive: true }));

const mail: OutgoingMail = {
  to: 'ada@example.org',
  template: 'RESET_PASSWORD',
  locale: 'en',
  data: { username: 'ada', token: 'vzm1.secret', link: 'https://veza.test/reset-password?token=vzm1.secret' },
};

describe('fileMail', () => {
  it('puts each mail into a file of its own that only the owner reads', async () => {
    const adapter = fileMail({ folder, clock: fixedClock(), newMailId: sequentialUuids(), log: silentLog });
    await Promise.all([adapter.send(mail), adapter.send({ ...mail, template: 'ADDRESS_IN_USE', data: { username: 'ada' } })]);
    const files = (await readdir(folder)).toSorted();
    expect(files).toHaveLength(2);
    expect(files[1]).toMatch(/^2026-01-01T00-00-00\.000Z-reset-password-[\w-]+\.json$/);
    expect((await stat(join(folder, files[1]!))).mode & 0o777).toBe(0o600);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    const written = JSON.parse(await readFile(join(folder, files[1]!), 'utf8')) as Record<string, string>;
    expect(written).toMatchObject({
      at: '2026-01-01T00:00:00.000Z',
      to: 'ada@example.org',
      subject: 'Reset your password',
      data: mail.data,
    });
    expect(written['text']).toContain(mail.data.link);
  });

  it('tells the log the template and the file, and neither address nor token', async () => {
    const lines: LogFields[] = [];
    const log = { ...silentLog, info: (event: string, fields: LogFields = {}) => void lines.push({ event, ...fields }) };
    await fileMail({ folder, clock: fixedClock(), newMailId: sequentialUuids(), log }).send(mail);
    expect(lines).toMatchObject([{ event: 'mail.written', template: 'RESET_PASSWORD', file: expect.stringContaining('reset-password') }]);
    expect(JSON.stringify(lines)).not.toMatch(/vzm1|example\.org/);
  });

  it.each(['VERIFY_EMAIL', 'RESET_PASSWORD', 'ADDRESS_IN_USE', 'SESSION_MISUSED'] as const)(
    'writes a subject and a text for %s',
    async (template) => {
      await fileMail({ folder, clock: fixedClock(), newMailId: sequentialUuids(), log: silentLog }).send({ ...mail, template });
      const [file] = await readdir(folder);
      const { subject, text } = JSON.parse(await readFile(join(folder, file!), 'utf8')) as Record<string, string>;
      expect(subject!.length).toBeGreaterThan(5);
      expect(text).toContain('ada');
    },
  );
});
