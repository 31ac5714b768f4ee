import { type AdapterFixture, describeEachAdapter, fixedClock, waitUntil } from '@veza/testing';
import { createHash, randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer, text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { filesystemBlobStore } from '../src/filesystem/index.ts';
import type { BlobStore } from '../src/index.ts';

async function openFilesystem() {
  const folder = await mkdtemp(join(tmpdir(), 'veza-blobs-'));
  return { folder, adapter: filesystemBlobStore({ folder }), close: () => rm(folder, { recursive: true }) };
}

const filesystem: AdapterFixture<BlobStore> = { name: 'filesystem', open: openFilesystem };

const source = (content: string | Uint8Array) => Readable.from([Buffer.from(content)]);
const plain = { contentType: 'text/plain' };
const read = async (bytes: Readable | undefined) => (bytes ? text(bytes) : undefined);

/** Gives some bytes and then breaks. */
function brokenSource(): Readable {
  return Readable.from(
    (async function* () {
      yield Buffer.from('half');
      throw new Error('connection lost');
    })(),
  );
}

describeEachAdapter('BlobStore', [filesystem], ({ open }) => {
  it('keeps bytes of many chunks with their size, type and hash', async () => {
    const store = await open();
    const chunks = Array.from({ length: 20 }, () => randomBytes(50_000));
    const all = Buffer.concat(chunks);
    const head = { byteSize: all.byteLength, contentType: 'audio/flac', sha256: createHash('sha256').update(all).digest('hex') };
    expect(await store.put('uploads/track_1/original', Readable.from(chunks), { contentType: 'audio/flac' })).toEqual(head);
    expect(await store.head('uploads/track_1/original')).toEqual(head);
    const bytes = await store.get('uploads/track_1/original');
    expect((await buffer(bytes!)).equals(all)).toBe(true);
  });

  it('answers what is absent as undefined, and deletes it without complaint', async () => {
    const store = await open();
    expect([await store.get('a'), await store.head('a')]).toEqual([undefined, undefined]);
    await store.delete('a');
    await store.put('a', source('x'), plain);
    await store.delete('a');
    expect(await store.head('a')).toBeUndefined();
  });

  it('keeps an empty blob', async () => {
    const store = await open();
    expect(await store.put('empty', Readable.from([]), plain)).toMatchObject({ byteSize: 0 });
    expect(await read(await store.get('empty'))).toBe('');
  });

  it('gives ranges of bytes, cut at the end', async () => {
    const store = await open();
    await store.put('a', source('0123456789'), plain);
    const range = async (start: number, end: number) => read(await store.get('a', { range: { start, end } }));
    expect([await range(0, 0), await range(2, 4), await range(8, 99), await range(0, 9)]).toEqual(['0', '234', '89', '0123456789']);
    for (const [start, end] of [
      [10, 12],
      [4, 2],
      [-1, 3],
      [0.5, 3],
    ] as const)
      await expect(range(start, end)).rejects.toThrow(RangeError);
  });

  it('replaces a blob whole, and keeps the old one when the new one breaks off', async () => {
    const store = await open();
    await store.put('a', source('a long first text'), plain);
    await expect(store.put('a', brokenSource(), plain)).rejects.toThrow('connection lost');
    await expect(store.put('b', brokenSource(), plain)).rejects.toThrow('connection lost');
    expect([await read(await store.get('a')), await store.head('b')]).toEqual(['a long first text', undefined]);
    await store.put('a', source('short'), { contentType: 'text/html' });
    expect([await read(await store.get('a')), (await store.head('a'))?.contentType]).toEqual(['short', 'text/html']);
    expect((await store.list('')).keys).toEqual(['a']);
  });

  it('shows a reader one version while writers replace it', async () => {
    const store = await open();
    const version = (letter: string) => letter.repeat(100_000);
    await store.put('a', source(version('a')), plain);
    const writing = Promise.all(['b', 'c', 'd', 'e'].map((letter) => store.put('a', source(version(letter)), plain)));
    for (let round = 0; round < 20; round += 1) expect(new Set(await read(await store.get('a')))).toHaveProperty('size', 1);
    await writing;
  });

  it('copies', async () => {
    const store = await open();
    const head = await store.put('from', source('content'), { contentType: 'audio/mpeg' });
    expect(await store.copy('from', 'deep/er/to')).toEqual(head);
    await store.delete('from');
    expect(await read(await store.get('deep/er/to'))).toBe('content');
    await expect(store.copy('from', 'to')).rejects.toThrow('no blob from');
  });

  it('refuses a content type that is none', async () => {
    const store = await open();
    for (const contentType of ['', 'text/plain\r\nx: y', 'x'.repeat(201)]) {
      await expect(store.put('a', source('x'), { contentType })).rejects.toThrow(RangeError);
    }
    expect(await store.head('a')).toBeUndefined();
  });

  it('lists keys under a prefix in byte order', async () => {
    const store = await open();
    const keys = ['a', 'a-b', 'a.b', 'a/b', 'a/b/c', 'a/bc', 'a0', 'a_', 'b/a'];
    for (const key of keys.toReversed()) await store.put(key, source(key), plain);
    expect((await store.list('')).keys).toEqual(keys);
    expect((await store.list('a/')).keys).toEqual(['a/b', 'a/b/c', 'a/bc']);
    expect((await store.list('a/b')).keys).toEqual(['a/b', 'a/b/c', 'a/bc']);
    expect((await store.list('a/b/')).keys).toEqual(['a/b/c']);
    expect(await store.list('nothing')).toEqual({ keys: [], cursor: undefined });
    expect((await store.list('', 'a/b')).keys).toEqual(['a/b/c', 'a/bc', 'a0', 'a_', 'b/a']);
  });

  it('lists a thousand keys a call and goes on from the cursor', async () => {
    const store = await open();
    const keys = Array.from({ length: 1_003 }, (_, index) => `seg/${String(index).padStart(5, '0')}`);
    for (let start = 0; start < keys.length; start += 100) {
      await Promise.all(keys.slice(start, start + 100).map((key) => store.put(key, source('x'), plain)));
    }
    const first = await store.list('seg/');
    expect(first.keys).toEqual(keys.slice(0, 1_000));
    expect(await store.list('seg/', first.cursor)).toEqual({ keys: keys.slice(1_000), cursor: undefined });
  });

  it.each(['', '/a', 'a/', 'a//b', '..', 'a/../b', 'a..b', '.', 'A', 'ä', 'a b', 'a@', 'a\0', 'x'.repeat(513), 'x'.repeat(201)])(
    'refuses the key %j',
    async (key) => {
      const store = await open();
      await expect(store.put(key, source('x'), plain)).rejects.toThrow(RangeError);
      await expect(store.get(key)).rejects.toThrow(RangeError);
      await expect(store.head(key)).rejects.toThrow(RangeError);
      await expect(store.delete(key)).rejects.toThrow(RangeError);
      await store.put('a', source('x'), plain);
      await expect(store.copy('a', key)).rejects.toThrow(RangeError);
    },
  );
});

describe('filesystemBlobStore', () => {
  it('leaves no temporary file behind a broken source', async () => {
    const { adapter, folder, close } = await openFilesystem();
    await expect(adapter.put('a/b', brokenSource(), plain)).rejects.toThrow('connection lost');
    expect(await readdir(join(folder, 'a'))).toEqual([]);
    await close();
  });

  it('does not show what a killed writer left, and sweeps it after a day', async () => {
    const { folder, close } = await openFilesystem();
    const clock = fixedClock('2026-01-03T00:00:00.000Z');
    const store = filesystemBlobStore({ folder, clock });
    const abandon = async (name: string, at: string) => {
      await mkdir(join(folder, 'a'), { recursive: true });
      await writeFile(join(folder, 'a', name), 'half');
      await utimes(join(folder, 'a', name), new Date(at), new Date(at));
    };
    await abandon('.WRITING-old', '2026-01-01T23:00:00.000Z');
    await abandon('.WRITING-new', '2026-01-02T01:00:00.000Z');
    expect((await store.list('')).keys).toEqual([]);
    expect(await store.sweeper.runOnce()).toBe(1);
    expect(await readdir(join(folder, 'a'))).toEqual(['.WRITING-new']);
    await close();
  });

  it('says so when somebody else changed a file', async () => {
    const { adapter, folder, close } = await openFilesystem();
    await adapter.put('a', source('content'), plain);
    await writeFile(join(folder, 'a@'), 'other', { flag: 'a' });
    await expect(adapter.head('a')).rejects.toThrow('changed by somebody else');
    await close();
  });

  it('closes its files', async () => {
    const { adapter, close } = await openFilesystem();
    await adapter.put('a', source('content'), plain);
    const openFiles = async () => (await readdir('/proc/self/fd').catch(() => [])).length;
    const before = await openFiles();
    for (let round = 0; round < 50; round += 1) {
      await read(await adapter.get('a'));
      await adapter.head('a');
      await adapter.get('a', { range: { start: 99, end: 100 } }).catch(() => undefined);
      (await adapter.get('a'))?.destroy();
    }
    expect(await waitUntil(async () => (await openFiles()) <= before + 2)).toBe(true);
    await close();
  });
});
