import type { Id } from '@veza/kernel';
import { describe, expect, it } from 'vitest';
import { listenerPseudonyms } from './stream/listener-pseudonyms.ts';
import { derivedKey, openSecret, sealSecret } from './stream/sealed-secret.ts';
import { uploadCapability } from './upload/upload-capability.ts';

const key = new Uint8Array(32).fill(7);
const uploadId: Id<'upload'> = 'upload_01h2xcejqtf2nbrexx3vqjhp41';

describe('the address of an upload', () => {
  const capability = uploadCapability(key, 'https://media.example');
  const segment = capability.urlOf(uploadId).split('/uploads/')[1]!;

  it('opens that upload', () => {
    expect(capability.urlOf(uploadId)).toMatch(/^https:\/\/media\.example\/uploads\/upload_[a-z0-9]{26}\.[\w-]{22}$/);
    expect(capability.idOf(segment)).toBe(uploadId);
  });

  it.each([
    '',
    uploadId,
    `${uploadId}.`,
    `${segment}x`,
    `${segment}.x`,
    segment.replace('41.', '42.'),
    segment.replace('upload_', 'track_'),
  ])('%j opens nothing', (other) => {
    expect(capability.idOf(other)).toBeUndefined();
  });

  it('ends with its key', () => {
    expect(uploadCapability(new Uint8Array(32), 'https://media.example').idOf(segment)).toBeUndefined();
  });
});

describe('pseudonyms of listeners', () => {
  const of = listenerPseudonyms(key);
  const day = new Date('2026-01-01T12:00:00Z');
  const nextDay = new Date('2026-01-02T00:00:00Z');
  const nobody = (clientAddress: string | undefined) => ({ sessionId: undefined, userId: undefined, clientAddress });
  const ada = { sessionId: 'session_1', userId: 'user_1', clientAddress: '192.0.2.1' } as const;

  it('are the same for a person in all their sessions, and for a session in all its tracks', () => {
    const other = of({ ...ada, sessionId: 'session_2' }, nextDay);
    expect(of(ada, day)).toEqual(of(ada, nextDay));
    expect(other.lid).toBe(of(ada, day).lid);
    expect(other.sid).not.toBe(of(ada, day).sid);
    expect(Object.values(of(ada, day)).every((name) => /^[\w-]{16}$/.test(name))).toBe(true);
  });

  it('of people who are not signed in name their network for a day', () => {
    expect(of(nobody('192.0.2.1'), day)).toEqual(of(nobody('192.0.2.77'), day));
    expect(of(nobody('2001:db8:1:2::3'), day)).toEqual(of(nobody('2001:db8:1:9::4'), day));
    expect(of(nobody('192.0.2.1'), day).lid).not.toBe(of(nobody('192.0.2.1'), nextDay).lid);
    expect(of(nobody('192.0.2.1'), day).lid).not.toBe(of(nobody(undefined), day).lid);
  });
});

describe('a sealed secret', () => {
  const random = (length: number) => new Uint8Array(length).fill(1);
  const secret = new Uint8Array([1, 2, 3]);
  const sealed = sealSecret(key, secret, 'media_key f a', random);

  it('opens with its key and name only', () => {
    expect([...openSecret(key, sealed, 'media_key f a')]).toEqual([1, 2, 3]);
    expect(() => openSecret(key, sealed, 'media_key f b')).toThrow(/authenticate/);
    expect(() => openSecret(derivedKey(key, 'other'), sealed, 'media_key f a')).toThrow(/authenticate/);
    expect(() =>
      openSecret(
        key,
        Uint8Array.from(sealed, (byte, index) => (index === sealed.length - 1 ? byte ^ 1 : byte)),
        'media_key f a',
      ),
    ).toThrow(/authenticate/);
  });
});
