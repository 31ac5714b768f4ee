import { describe, expect, it } from 'vitest';
import { rememberedFiles } from './remembered-files.ts';

const fileNamed = (name: string) => ({ blobKey: `a/${name}`, contentType: 'audio/mp4', byteSize: 1, sha256: '' });

describe('rememberedFiles', () => {
  it('asks once in five seconds for what is there, and every time for what is not', async () => {
    let nowMs = 0;
    const asked: string[] = [];
    const find = rememberedFiles(
      (aid, name) => {
        asked.push(`${aid} ${name}`);
        return Promise.resolve(name === 'absent' ? undefined : fileNamed(name));
      },
      () => nowMs,
    );
    for (const at of [0, 4_999, 5_000]) {
      nowMs = at;
      expect(await find('x', 'a.m4s')).toEqual(fileNamed('a.m4s'));
    }
    expect(await find('y', 'a.m4s')).toEqual(fileNamed('a.m4s'));
    await find('x', 'absent');
    expect(await find('x', 'absent')).toBeUndefined();
    expect(asked).toEqual(['x a.m4s', 'x a.m4s', 'y a.m4s', 'x absent', 'x absent']);
  });
});
