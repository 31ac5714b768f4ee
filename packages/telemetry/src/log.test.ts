import { describe, expect, it } from 'vitest';
import { createLog, type LogLevel } from './log.ts';

function written(level: LogLevel, act: (log: ReturnType<typeof createLog>) => void): readonly Record<string, unknown>[] {
  const lines: string[] = [];
  act(createLog({ service: 'test', level, destination: { write: (line: string) => void lines.push(line) } }));
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe('the log', () => {
  it('writes one JSON line with event, service, level and fields', () => {
    expect(written('info', (log) => log.info('track.ready', { trackId: 'track_1', durationMs: 7 }))).toEqual([
      expect.objectContaining({
        event: 'track.ready',
        service: 'test',
        level: 30,
        trackId: 'track_1',
        durationMs: 7,
        time: expect.stringMatching(/Z$/),
      }),
    ]);
  });

  it('leaves out what is below its level', () => {
    const lines = written('warn', (log) => {
      log.debug('a');
      log.info('b');
      log.warn('c');
      log.error('d');
    });
    expect(lines.map(({ event }) => event)).toEqual(['c', 'd']);
  });

  it('writes a line for the eye when asked, with the same secrets taken out', () => {
    let text = '';
    const log = createLog({ service: 'test', level: 'info', pretty: true, destination: { write: (line: string) => void (text += line) } });
    log.warn('track.late', { trackId: 'track_1', password: 'hunter2' });
    expect(text).toMatch(/WARN.*track\.late[\s\S]*trackId: "track_1"/);
    expect(text).not.toContain('hunter2');
  });

  it('keeps the causes of an error', () => {
    const [line] = written('info', (log) => log.error('failed', { error: new Error('outer', { cause: new Error('inner') }) }));
    expect(JSON.stringify(line?.['err'])).toMatch(/outer.*inner/);
  });

  it('takes the values of a statement out of an error, and keeps its code, rule and place', () => {
    const known = Object.assign(new Error('duplicate key value violates unique constraint "account_email"'), {
      code: '23505',
      constraint_name: 'account_email',
      detail: 'Key (email)=(hunter2@example.org) already exists.',
    });
    const query = Object.assign(
      new Error('Failed query: insert into account values ($1)\nparams: hunter2@example.org,\nhunter2', { cause: known }),
      {
        query: 'insert into account values ($1)',
        params: ['hunter2@example.org'],
      },
    );
    const unreadable = new Error('invalid input syntax for type uuid: "hunter2"');
    const lines = written('info', (log) => {
      log.error('failed', { error: query });
      log.error('failed', { error: unreadable });
    });
    expect(JSON.stringify(lines)).not.toContain('hunter2');
    expect(lines[0]?.['err']).toMatchObject({
      type: 'Error',
      message: 'Failed query: insert into account values ($1)',
      stack: expect.stringContaining('log.test.ts'),
      cause: { code: '23505', constraint: 'account_email' },
    });
  });

  it('writes whatever was thrown, also errors that cause each other', () => {
    const loop = new Error('loop');
    loop.cause = loop;
    const lines = written('info', (log) => {
      log.error('failed', { error: 'text' });
      log.error('failed', { error: loop });
    });
    expect(lines.map(({ err }) => (err as { message: string }).message)).toEqual(['text', 'loop']);
  });

  it.each([
    [{ password: 'hunter2' }],
    [{ request: { authorization: 'Bearer hunter2' } }],
    [{ note: 'vzr1.hunter2hunter2' }],
    [{ header: 'Bearer eyJhbGciOiJFZERTQSJ9.hunter2' }],
    [{ url: 'http://localhost/m/v1.k1.f.hunter2/a/b.m3u8' }],
  ])('never shows the secret in %j', (fields) => {
    expect(JSON.stringify(written('info', (log) => log.info('x', fields)))).not.toContain('hunter2');
  });
});
