import type { UserCaller } from '@veza/auth';
import type { EntityLookup } from '@veza/graphql';
import { idGenerator, systemClock } from '@veza/kernel';
import { inTransaction } from '@veza/postgres';
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { onUploadCompleted } from '../src/infrastructure/avatar/on-upload-completed.ts';
import { usersFixture, type UsersFixture } from './users-fixture.ts';

const UPDATE =
  'mutation($input: UpdateProfileInput!) { updateProfile(input: $input) { user { bio avatar { url(size: 100) } } userErrors { code path } } }';
const newId = idGenerator(systemClock, randomBytes);
const imageId = (digit: number) => `0123456789abcdefghjkmnpqr${digit}`;
const urlOf = (digit: number) => `https://media.veza.test/i/${imageId(digit)}/128.jpg`;
const refused = (code: string) => ({ user: null, userErrors: [{ code, path: ['avatarUploadId'] }] });

interface Told {
  readonly state: string;
  readonly purpose: string;
  readonly ownerId: string;
  readonly imageId: string | null;
}

/** Tracks as users asks it, and what it was asked for. */
function tracksThatKnow() {
  const uploads = new Map<string, Told>();
  const asked: string[] = [];
  const lookup: EntityLookup = {
    async findMany(type, ids, selection) {
      expect([type, selection]).toEqual(['Upload', 'state purpose ownerId imageId']);
      asked.push(...ids);
      return ids.map((id) => ({ ...uploads.get(id) })).map((found) => (Object.keys(found).length > 0 ? found : null));
    },
  };
  return { uploads, asked, lookup };
}

describe('the picture of a person', () => {
  let users: UsersFixture;
  let ada: UserCaller;
  let eve: UserCaller;
  const tracks = tracksThatKnow();
  beforeAll(async () => {
    users = await usersFixture({ tracks: tracks.lookup });
    ada = await users.callerOf(await users.join('ada'));
    eve = await users.callerOf(await users.join('eve'));
  });
  afterAll(() => users[Symbol.asyncDispose]());
  beforeEach(() => void (tracks.asked.length = 0));

  const update = async (input: Record<string, unknown>, by = ada) =>
    (await users.run<{ updateProfile: unknown }>(UPDATE, { input }, by)).data!.updateProfile;
  /** Tracks tells that a picture can be used. */
  const completed = async (digit: number, change: Partial<{ ownerId: string; purpose: string; imageId: string | undefined }> = {}) => {
    const data = {
      uploadId: newId('upload') as string,
      ownerId: ada.userId as string,
      purpose: 'AVATAR',
      filename: 'me.png',
      byteSize: 9,
      sha256: '',
      contentType: 'image/png',
      ...(change.imageId === undefined && 'imageId' in change ? {} : { imageId: imageId(digit) }),
      ...(change.ownerId !== undefined && { ownerId: change.ownerId }),
      ...(change.purpose !== undefined && { purpose: change.purpose }),
    };
    const envelope = { data, occurredAt: users.clock().toISOString() } as Parameters<typeof onUploadCompleted>[1];
    await inTransaction(users.testDatabase.database, (tx) => onUploadCompleted(tx, envelope));
    return data.uploadId;
  };
  const known = (uploadId: string, change: Partial<Told> = {}) => {
    tracks.uploads.set(uploadId, { state: 'READY', purpose: 'AVATAR', ownerId: ada.userId, imageId: imageId(9), ...change });
    return uploadId;
  };
  const eventsOf = async (topic: string) => {
    await users.subgraph.background['outboxRelay']!.runOnce();
    return users.events.filter((event) => event.topic === topic).map(({ data }) => data);
  };

  it('is set, replaced and taken away, and tracks hears of each use', async () => {
    const [first, second] = [await completed(1), await completed(2)];
    expect(await update({ avatarUploadId: first })).toEqual({ user: { bio: null, avatar: { url: urlOf(1) } }, userErrors: [] });
    expect(await update({ bio: 'Hello' })).toMatchObject({ user: { bio: 'Hello', avatar: { url: urlOf(1) } } });
    expect(await update({ avatarUploadId: second })).toMatchObject({ user: { avatar: { url: urlOf(2) } } });
    expect(await update({ avatarUploadId: null })).toMatchObject({ user: { avatar: null } });
    const by = ada.userId;
    expect(await eventsOf('users.upload-claimed.v1')).toEqual([
      { uploadId: first, by },
      { uploadId: second, by },
    ]);
    expect(await eventsOf('users.upload-released.v1')).toEqual([
      { uploadId: first, by },
      { uploadId: second, by },
    ]);
    const told = (await eventsOf('users.profile-updated.v1')) as readonly { readonly avatarImageId: string | null }[];
    expect(told.map(({ avatarImageId }) => avatarImageId)).toEqual([imageId(1), imageId(1), imageId(2), null]);
    expect(tracks.asked).toEqual([]);
  });

  it('stays when it is set again', async () => {
    const again = await completed(3);
    await update({ avatarUploadId: again });
    const before = (await eventsOf('users.upload-claimed.v1')).length;
    expect(await update({ avatarUploadId: again })).toMatchObject({ user: { avatar: { url: urlOf(3) } }, userErrors: [] });
    expect(await eventsOf('users.upload-claimed.v1')).toHaveLength(before);
  });

  it('is shown to everybody, also by reference', async () => {
    await update({ avatarUploadId: await completed(4) });
    const r = [{ __typename: 'User', id: ada.userId }];
    const entities = 'query($r: [_Any!]!) { _entities(representations: $r) { ... on User { avatar { url(size: 128) } } } }';
    expect((await users.run(entities, { r })).data).toEqual({ _entities: [{ avatar: { url: urlOf(4) } }] });
    const { errors } = await users.run('query($id: ID!) { user(id: $id) { avatar { url(size: 0) } } }', { id: ada.userId });
    expect(errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
  });

  it('may be one that no event told of yet, if tracks says so', async () => {
    const early = known(newId('upload'));
    expect(await update({ avatarUploadId: early })).toMatchObject({ user: { avatar: { url: urlOf(9) } } });
    expect(tracks.asked).toEqual([early]);
    await update({ avatarUploadId: null });
    expect(await update({ avatarUploadId: early }), 'used before').toEqual(refused('NOT_FOUND'));
    expect(tracks.asked, 'the answer was kept').toEqual([early]);
  });

  it('that was sent long ago is asked for again, because it may be gone', async () => {
    const old = await completed(5);
    users.clock.advance(13 * 3_600_000);
    const today = await users.signIn('ada');
    const caller = await users.callerOf(today.data!.signIn.session!);
    expect(await update({ avatarUploadId: old }, caller)).toEqual(refused('NOT_FOUND'));
    expect(await update({ avatarUploadId: known(old, { imageId: imageId(5) }) }, caller)).toMatchObject({
      user: { avatar: { url: urlOf(5) } },
    });
    ada = caller;
    eve = await users.callerOf((await users.signIn('eve')).data!.signIn.session!);
  });

  it.each<readonly [string, string, Partial<Told>]>([
    ['has not arrived', 'UPLOAD_NOT_READY', { state: 'RECEIVING', imageId: null }],
    ['was refused', 'NOT_FOUND', { state: 'REFUSED', imageId: null }],
    ['was used by something else', 'NOT_FOUND', { state: 'CLAIMED' }],
    ['is for something else', 'NOT_FOUND', { purpose: 'ARTWORK' }],
  ])('is not one that %s: %s', async (_what, code, change) => {
    expect(await update({ avatarUploadId: known(newId('upload'), change) })).toEqual(refused(code));
  });

  it('is nobody else’s, and nothing that is no upload', async () => {
    expect(await update({ avatarUploadId: await completed(6) }, eve)).toEqual(refused('NOT_FOUND'));
    expect(await update({ avatarUploadId: await completed(6, { purpose: 'LISTING_FILE' }) })).toEqual(refused('NOT_FOUND'));
    expect(await update({ avatarUploadId: await completed(6, { imageId: undefined }) })).toEqual(refused('NOT_FOUND'));
    expect(await update({ avatarUploadId: 'nonsense' })).toEqual(refused('NOT_FOUND'));
  });

  it('is not used up by a change that is refused for something else', async () => {
    const avatarUploadId = await completed(7);
    expect(await update({ avatarUploadId, bio: 'x'.repeat(5001) })).toEqual({
      user: null,
      userErrors: [{ code: 'INVALID', path: ['bio'] }],
    });
    expect(await update({ avatarUploadId, bio: null })).toMatchObject({ user: { avatar: { url: urlOf(7) } } });
  });
});
