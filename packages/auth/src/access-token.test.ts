import { exportJWK, generateKeyPair, importJWK, SignJWT, type JWTPayload } from 'jose';
import { describe, expect, it } from 'vitest';
import { accessTokenSigner, accessTokenVerifier } from './access-token.ts';
import { newSigningKey, SIGNING_ALGORITHM } from './signing-key.ts';

const ISSUER = 'https://veza.test';
const NOW = Date.parse('2026-01-01T00:00:00.000Z');
const SUBJECT = {
  userId: 'user_00000000000000000000000001',
  sessionId: 'session_00000000000000000000000002',
  authVersion: 3,
  scopes: ['users:read'],
  methods: ['pwd'],
  authTime: NOW / 1000 - 30,
} as const;

const pair = await newSigningKey();
const other = await newSigningKey();

function open(issuer = ISSUER) {
  const time = { now: NOW };
  const clock = () => new Date(time.now);
  const signer = accessTokenSigner({ issuer, activeKey: async () => pair, newTokenId: () => 'jti-1', clock });
  let fetches = 0;
  const keySet = async () => {
    fetches += 1;
    return { keys: [pair.publicJwk] };
  };
  return { time, signer, verifier: accessTokenVerifier({ issuer: ISSUER, keySet, clock }), fetches: () => fetches };
}

/** A token with anything in it, signed by a key of the set unless said otherwise. */
async function forge(claims: JWTPayload, header: Record<string, unknown> = {}, key = pair.privateJwk): Promise<string> {
  const seconds = NOW / 1000;
  const all = {
    iss: ISSUER,
    aud: 'veza',
    sub: SUBJECT.userId,
    sid: SUBJECT.sessionId,
    ver: 1,
    amr: ['pwd'],
    auth_time: seconds,
    iat: seconds,
    exp: seconds + 600,
    ...claims,
  };
  return new SignJWT(all)
    .setProtectedHeader({ alg: 'EdDSA', kid: pair.kid, typ: 'at+jwt', ...header })
    .sign(await importJWK(key, SIGNING_ALGORITHM));
}

describe('an access token', () => {
  it('says who its bearer is, without a word about the person', async () => {
    const { signer, verifier } = open();
    const { token, expiresAt } = await signer.sign(SUBJECT);
    expect(expiresAt).toEqual(new Date(NOW + 600_000));
    expect(await verifier.verify(token)).toEqual({ kind: 'user', ...SUBJECT, expiresAt: NOW / 1000 + 600 });
    const [header, claims] = token.split('.', 2).map((part) => JSON.parse(Buffer.from(part, 'base64url').toString()) as object);
    expect(header).toEqual({ alg: 'EdDSA', kid: pair.kid, typ: 'at+jwt' });
    expect(Object.keys(claims!).toSorted()).toEqual(['amr', 'aud', 'auth_time', 'exp', 'iat', 'iss', 'jti', 'scp', 'sid', 'sub', 'ver']);
  });

  it('has no scopes for people who are no staff', async () => {
    const { signer, verifier } = open();
    const { token } = await signer.sign({ ...SUBJECT, scopes: [] });
    expect(Buffer.from(token.split('.')[1]!, 'base64url').toString()).not.toContain('scp');
    expect(await verifier.verify(token)).toMatchObject({ scopes: [] });
  });

  it('is good for ten minutes and a minute of skew, also when it was verified before', async () => {
    const { time, signer, verifier } = open();
    const { token } = await signer.sign(SUBJECT);
    time.now = NOW + 599_999;
    expect(await verifier.verify(token)).toBeDefined();
    time.now = NOW + 659_000;
    expect(await verifier.verify(token)).toBeDefined();
    time.now = NOW + 661_000;
    expect(await verifier.verify(token)).toBeUndefined();
  });

  it('may come from a clock that is a minute ahead, and not more', async () => {
    const { time, signer, verifier } = open();
    time.now = NOW + 60_000;
    const { token } = await signer.sign(SUBJECT);
    time.now = NOW;
    expect(await verifier.verify(token)).toBeDefined();
    time.now = NOW - 1000;
    expect(await open().verifier.verify(await forge({ iat: NOW / 1000 + 62, exp: NOW / 1000 + 600 }))).toBeUndefined();
  });

  it.each<[string, JWTPayload, Record<string, unknown>?]>([
    ['another issuer', { iss: 'https://evil.test' }],
    ['another audience', { aud: 'other' }],
    ['no issuer', { iss: undefined as never }],
    ['a longer life', { exp: NOW / 1000 + 601 }],
    ['no end', { exp: undefined as never }],
    ['no beginning', { iat: undefined as never }],
    ['a session in place of a user', { sub: SUBJECT.sessionId }],
    ['no session', { sid: undefined }],
    ['a version that is no number', { ver: '1' }],
    ['methods that are no list', { amr: 'pwd' }],
    ['scopes that are no texts', { scp: [1] }],
    ['the type of another token', {}, { typ: 'veza-int+jwt' }],
    ['no type', {}, { typ: undefined }],
    ['an unknown key', {}, { kid: 'unknown' }],
    ['no key', {}, { kid: undefined }],
    ['a key of its own', {}, { jwk: other.publicJwk }],
    ['a key elsewhere', {}, { jku: 'https://evil.test/jwks.json' }],
    ['a certificate elsewhere', {}, { x5u: 'https://evil.test/x5' }],
  ])('is refused with %s', async (_what, claims, header) => {
    expect(await open().verifier.verify(await forge(claims, header))).toBeUndefined();
  });

  it('is refused when another key signed it, when it was changed, unsigned or signed by the public key as a secret', async () => {
    const { verifier } = open();
    const good = await forge({});
    const [header, claims, signature] = good.split('.') as [string, string, string];
    const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const admin = encode({ ...(JSON.parse(Buffer.from(claims, 'base64url').toString()) as object), scp: ['roles:grant'] });
    const secret = Buffer.from(pair.publicJwk.x!, 'base64url');
    const symmetric = await new SignJWT({})
      .setProtectedHeader({ alg: 'HS256', kid: pair.kid, typ: 'at+jwt' })
      .sign(Buffer.concat([secret, secret]));
    expect(await verifier.verify(good)).toBeDefined();
    for (const token of [
      await forge({}, {}, other.privateJwk),
      `${header}.${admin}.${signature}`,
      `${encode({ alg: 'none', kid: pair.kid, typ: 'at+jwt' })}.${claims}.`,
      symmetric,
      `${good}A`,
      `${good}.`,
      '',
      'a.b.c',
      '🦄',
      'x'.repeat(1_000_000),
    ]) {
      expect(await verifier.verify(token), token.slice(0, 80)).toBeUndefined();
    }
  });

  it('is not verified with a key that is offered for another algorithm', async () => {
    const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
    const keySet = async () => ({ keys: [{ ...(await exportJWK(publicKey)), kid: pair.kid, alg: 'ES256' }] });
    const verifier = accessTokenVerifier({ issuer: ISSUER, keySet, clock: () => new Date(NOW) });
    const token = await new SignJWT({}).setProtectedHeader({ alg: 'ES256', kid: pair.kid, typ: 'at+jwt' }).sign(privateKey);
    expect(await verifier.verify(token)).toBeUndefined();
    expect(await verifier.verify(await forge({}))).toBeUndefined();
  });

  it('gives one frozen caller for the same token', async () => {
    const { signer, verifier } = open();
    const { token } = await signer.sign(SUBJECT);
    const caller = await verifier.verify(token);
    expect(await verifier.verify(token)).toBe(caller);
    expect(Object.isFrozen(caller) && Object.isFrozen(caller!.scopes)).toBe(true);
  });

  it('with unknown key ids makes the key set be asked for once in thirty seconds', async () => {
    const { time, verifier, fetches } = open();
    await verifier.verify(await forge({}));
    expect(fetches()).toBe(1);
    const strangers = await Promise.all(Array.from({ length: 50 }, (_, index) => forge({}, { kid: `unknown-${index}` })));
    await Promise.all(strangers.map((token) => verifier.verify(token)));
    expect(fetches()).toBe(1);
    time.now = NOW + 30_000;
    await Promise.all(strangers.map((token) => verifier.verify(token)));
    expect(fetches()).toBe(2);
  });
});
