import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { aesGcmKeySeal } from './keys/aes-gcm-key-seal.ts';
import { commonPasswordList } from './account/common-password-list.ts';
import { refreshTokens, secretTokens } from './secret-tokens.ts';

describe('secretTokens', () => {
  it('finds the digest of its own tokens and of nothing else', () => {
    const tokens = secretTokens('vzm1.', randomBytes);
    const { token, hash } = tokens.create();
    expect(tokens.hashOf(token)).toEqual(hash);
    for (const other of [token.slice(1), `${token}A`, token.replace('vzm1.', 'vzm1x'), token.toUpperCase(), ''])
      expect(tokens.hashOf(other)).toBeUndefined();
  });
});

describe('refreshTokens', () => {
  it('lets only the token before it read a successor', () => {
    const tokens = refreshTokens(randomBytes);
    const [first, second, other] = [tokens.create().token, tokens.create().token, tokens.create().token];
    const sealed = tokens.seal(second, first);
    expect(Buffer.from(sealed).toString('latin1')).not.toContain(second);
    expect(tokens.open(sealed, first)).toBe(second);
    expect(() => tokens.open(sealed, other)).toThrow('authenticate');
  });
});

describe('aesGcmKeySeal', () => {
  const key = { kid: 'k1', privateJwk: { kty: 'OKP', crv: 'Ed25519', x: 'x', d: 'secret' } };

  it('opens what it sealed, and nothing that was changed, moved to another row or sealed by another key', () => {
    const seal = aesGcmKeySeal(randomBytes(32), randomBytes);
    const sealed = seal.seal(key);
    expect(Buffer.from(sealed).toString('latin1')).not.toContain('secret');
    expect(seal.open('k1', sealed)).toEqual(key.privateJwk);
    const changed = Uint8Array.from(sealed, (byte, index) => (index === 20 ? byte ^ 1 : byte));
    expect(() => seal.open('k1', changed)).toThrow('cannot be opened');
    expect(() => seal.open('k2', sealed)).toThrow('cannot be opened');
    expect(() => aesGcmKeySeal(randomBytes(32), randomBytes).open('k1', sealed)).toThrow('cannot be opened');
  });

  it('wants a key of 32 bytes', () => expect(() => aesGcmKeySeal(randomBytes(16), randomBytes)).toThrow('32 bytes'));
});

describe('commonPasswordList', () => {
  it('holds the usual suspects, all lower case and long enough to matter', () => {
    const list = commonPasswordList();
    for (const password of ['password', '12345678', 'qwertyuiop', 'iloveyou', 'sunshine1', 'letmein123', 'football', 'princess']) {
      expect(list.has(password), password).toBe(true);
    }
    expect(list.has('')).toBe(false);
    expect(list.has('correct-staple-47-lamp')).toBe(false);
  });
});
