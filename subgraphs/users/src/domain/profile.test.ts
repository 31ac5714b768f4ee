import { describe, expect, it } from 'vitest';
import { changeProfile } from './profile.ts';
import type { User } from './user.ts';

const ada: User = {
  id: 'user_1',
  username: 'ada',
  displayName: 'Ada',
  bio: 'Engines',
  links: ['https://example.org'],
  avatar: undefined,
  createdAt: new Date(0),
};

describe('changeProfile', () => {
  it('keeps everything that is not mentioned', () => {
    expect(changeProfile(ada, {})).toEqual({ ok: true, value: ada });
  });

  it('clears what is null or empty', () => {
    expect(changeProfile(ada, { bio: null, links: null })).toEqual({ ok: true, value: { ...ada, bio: undefined, links: [] } });
    expect(changeProfile(ada, { bio: '' })).toMatchObject({ value: { bio: undefined } });
  });

  it('trims names but not texts', () => {
    expect(changeProfile(ada, { displayName: '  Ada L. ', bio: ' so \n be it ' })).toMatchObject({
      value: { displayName: 'Ada L.', bio: ' so \n be it ' },
    });
  });

  it('finds every fault and says where', () => {
    const links = ['https://example.org', 'http://example.org', 'nonsense', `https://example.org/${'x'.repeat(2048)}`];
    const faulty = changeProfile(ada, { displayName: 'a\u202Eb', bio: 'x'.repeat(5001), links });
    expect(faulty.ok ? [] : faulty.error.map(({ path }) => path.join('.'))).toEqual([
      'displayName',
      'bio',
      'links.1',
      'links.2',
      'links.3',
    ]);
  });

  it('takes ten links and not eleven', () => {
    const links = (count: number) => Array.from({ length: count }, (_, index) => `https://example.org/${index}`);
    expect(changeProfile(ada, { links: links(10) }).ok).toBe(true);
    expect(changeProfile(ada, { links: links(11) })).toMatchObject({ ok: false, error: [{ path: ['links'] }] });
  });
});
