import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { segmentMemory } from './segment-memory.ts';

function store(files: Readonly<Record<string, string>>) {
  const asked: string[] = [];
  const get = async (key: string) => {
    asked.push(key);
    const text = files[key];
    return text === undefined ? undefined : Readable.from([Buffer.from(text)]);
  };
  return { asked, get };
}

const fileOf = (blobKey: string, byteSize = 4) => ({ blobKey, byteSize, contentType: 'audio/mp4', sha256: '' });

describe('segmentMemory', () => {
  it('reads a segment once, however many ask at once and after', async () => {
    const blobs = store({ a: 'aaaa' });
    const read = segmentMemory(blobs);
    const answers = await Promise.all([read(fileOf('a')), read(fileOf('a'))]);
    expect([...answers, await read(fileOf('a'))].map(String)).toEqual(['aaaa', 'aaaa', 'aaaa']);
    expect(blobs.asked).toEqual(['a']);
  });

  it('forgets what was asked for least lately when it is full', async () => {
    const blobs = store({ a: 'aaaa', b: 'bbbb', c: 'cccc' });
    const read = segmentMemory(blobs, 8);
    for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) await read(fileOf(key));
    expect(blobs.asked).toEqual(['a', 'b', 'c', 'b']);
  });

  it('keeps nothing of large files and of those that are gone', async () => {
    const blobs = store({ a: 'aaaa' });
    const read = segmentMemory(blobs);
    expect(await read(fileOf('a', 2 * 1024 * 1024))).toBeUndefined();
    expect(await read(fileOf('gone'))).toBeUndefined();
    expect(await read(fileOf('gone'))).toBeUndefined();
    expect(blobs.asked).toEqual(['gone', 'gone']);
  });
});
