import { toUuid } from '@veza/kernel';
import { clientDocuments } from '@veza/schema';
import { expectTablesToMatch } from '@veza/testing';
import { print, validate } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as tables from '../src/infrastructure/tables.ts';
import { GOOD_PASSWORD, type SessionPayload, usersFixture, type UsersFixture } from './users-fixture.ts';

let users: UsersFixture;
beforeAll(async () => {
  users = await usersFixture();
});
afterAll(() => users[Symbol.asyncDispose]());

const documentOf = (name: string) => {
  const document = clientDocuments().find((one) => one.name === name)?.document;
  if (!document) throw new Error(`there is no client document ${name}`);
  return document;
};

describe('the client documents of accounts', () => {
  it.each([
    'SignUp',
    'SignIn',
    'RefreshSession',
    'SignOut',
    'RevokeSession',
    'ChangePassword',
    'RequestPasswordReset',
    'ResetPassword',
    'VerifyEmail',
    'UpdateProfile',
    'Viewer',
  ])('%s fits the schema', (name) => {
    expect(validate(users.subgraph.schema, documentOf(name))).toEqual([]);
  });

  it('run one after the other, as a client sends them', async () => {
    const send = async <Data>(name: string, input?: object, session?: { readonly accessToken: string }) => {
      const { data, errors } = await users.run<Data>(print(documentOf(name)), { input }, session && (await users.callerOf(session)));
      expect(errors, name).toBeUndefined();
      return data!;
    };
    const signUp = { username: 'ada', email: 'ada@example.org', password: GOOD_PASSWORD, displayName: 'Ada' };
    const joined = (await send<{ signUp: SessionPayload }>('SignUp', signUp)).signUp.session!;
    const signIn = { identifier: 'ada@example.org', password: GOOD_PASSWORD, totpCode: null, deviceName: 'Laptop' };
    const other = (await send<{ signIn: SessionPayload }>('SignIn', signIn)).signIn.session!;
    const fresh = (await send<{ refreshSession: SessionPayload }>('RefreshSession', { refreshToken: joined.refreshToken })).refreshSession
      .session!;
    const verified = await send('VerifyEmail', { token: await users.mailedToken('VERIFY_EMAIL') }, fresh);
    expect(verified).toEqual({ verifyEmail: { viewer: { email: 'ada@example.org', emailVerified: true }, userErrors: [] } });
    const profile = await send('UpdateProfile', { bio: 'Engines', links: ['https://example.org'] }, fresh);
    expect(profile).toMatchObject({ updateProfile: { user: { displayName: 'Ada', avatar: null, bio: 'Engines' }, userErrors: [] } });
    const viewer = await send('Viewer', undefined, fresh);
    expect(viewer).toMatchObject({ viewer: { emailVerified: true, totpEnabled: false, roles: [], sessions: { nodes: [{}, {}] } } });
    expect(await send('RevokeSession', { sessionId: other.id }, fresh)).toEqual({
      revokeSession: { revokedSessionId: other.id, userErrors: [] },
    });
    const change = { currentPassword: GOOD_PASSWORD, newPassword: 'another-fine-lamp-48' };
    expect(await send('ChangePassword', change, fresh)).toEqual({ changePassword: { userErrors: [] } });
    expect(await send('RequestPasswordReset', { email: 'ada@example.org' })).toEqual({ requestPasswordReset: { userErrors: [] } });
    const reset = { token: await users.mailedToken('RESET_PASSWORD'), newPassword: 'a-third-lamp-of-49' };
    expect(await send('ResetPassword', reset)).toEqual({ resetPassword: { userErrors: [] } });
    const last = (await send<{ signIn: SessionPayload }>('SignIn', { ...signIn, password: reset.newPassword })).signIn.session!;
    expect(await send('SignOut', undefined, last)).toEqual({ signOut: { userErrors: [] } });
  });
});

describe('the tables', () => {
  it('are what the migrations make', async () => {
    await expectTablesToMatch(users.testDatabase.database, tables);
  });

  it('forbid two live successors in one session', async () => {
    const { id } = await users.join('bea');
    const again = users.sql`
      insert into refresh_token (token_hash, session_id, generation, state)
      values (sha256('another'), ${toUuid('session', id)}, 2, 'active')`;
    await expect(again).rejects.toThrow('refresh_one_active');
  });
});
