import { describe, expect, it } from 'vitest';
import { macInput, mediaPath, type MediaToken, parseMediaPath, tokenProblem } from './media-token.ts';

const token: MediaToken = {
  kid: 'k1',
  scope: 'f',
  issuedAtMs: 1_700_000_000_123,
  expiresAt: 1_700_000_900,
  sid: 'AAAAAAAAAAAAAAAA',
  lid: 'BBBBBBBBBBBBBBBB',
};
const mac = 'CCCCCCCCCCCCCCCCCCCCCC';
const aid = 'abcdefghijklmnopqrstuvwxyz';
const path = `${mediaPath(token, mac, aid)}/a160-00001.m4s`;

describe('media tokens', () => {
  it('come out of a path as they went in', () => {
    expect(parseMediaPath(path)).toEqual({ token, mac, aid, file: 'a160-00001.m4s' });
    expect(parseMediaPath(`${path}?_HLS_msn=1`)).toMatchObject({ file: 'a160-00001.m4s' });
  });

  it('of a download open the original and nothing else, for 15 minutes at most', () => {
    const download = { ...token, scope: 'd' } as const;
    const folder = mediaPath(download, mac, aid);
    expect(parseMediaPath(`${folder}/file`)).toEqual({ token: download, mac, aid, file: 'file' });
    expect(parseMediaPath(`${folder}/a160-00001.m4s`)).toBeUndefined();
    expect(parseMediaPath(`${mediaPath(token, mac, aid)}/file`)).toBeUndefined();
    expect(tokenProblem(download, 1_700_000_899_000)).toBeUndefined();
    expect(tokenProblem({ ...download, expiresAt: 1_700_000_902 }, 1_700_000_000_200)).toBe('MEDIA_TOKEN_INVALID');
  });

  it('of an attachment open one file, for an hour at most', () => {
    const attachment = { ...token, scope: 'a', issuedAtMs: 1_700_000_000_000, expiresAt: 1_700_003_600 } as const;
    const folder = mediaPath(attachment, mac, aid);
    expect(parseMediaPath(`${folder}/file`)).toEqual({ token: attachment, mac, aid, file: 'file' });
    expect(parseMediaPath(`${folder}/master.m3u8`)).toBeUndefined();
    expect(tokenProblem(attachment, 1_700_003_599_999)).toBeUndefined();
    expect(tokenProblem({ ...attachment, expiresAt: 1_700_003_602 }, 1_700_000_000_000)).toBe('MEDIA_TOKEN_INVALID');
  });

  it.each([
    ['percent-encoding', path.replace('a160', '%61160')],
    ['a step up', path.replace('/a160', '/../a160')],
    ['another folder', `/x${path}`],
    ['a second file', `${path}/b.m4s`],
    ['another ending', path.replace('.m4s', '.php')],
    ['an unknown scope', path.replace('.f.', '.z.')],
    ['seconds where milliseconds are due', path.replace('1700000000123', '1700000000')],
    ['a longer signature', path.replace(mac, `${mac}C`)],
    ['a line break', `${path}\n`],
  ])('are nothing with %s', (_what, target) => {
    expect(parseMediaPath(target)).toBeUndefined();
  });

  it('sign every part and the asset', () => {
    expect(macInput(token, aid)).toBe(
      'veza.media.v1\nk1\nf\n1700000000123\n1700000900\nAAAAAAAAAAAAAAAA\nBBBBBBBBBBBBBBBB\nabcdefghijklmnopqrstuvwxyz',
    );
  });

  it('end on time, and may not outlive six hours whoever signed them', () => {
    expect(tokenProblem(token, 1_700_000_899_999)).toBeUndefined();
    expect(tokenProblem(token, 1_700_000_900_000)).toBe('MEDIA_TOKEN_EXPIRED');
    expect(tokenProblem({ ...token, expiresAt: 1_700_021_603 }, 1_700_000_000_200)).toBe('MEDIA_TOKEN_INVALID');
    expect(tokenProblem({ ...token, expiresAt: 1_700_000_000 }, 0)).toBe('MEDIA_TOKEN_INVALID');
  });
});
