import { type Id, toUuid } from '@veza/kernel';
import { messagingMigrations } from '@veza/postgres';
import { sequentialIds, testDatabase, type TestDatabase } from '@veza/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tracksMigrations } from '../src/app.ts';
import { onUploadClaimed } from '../src/infrastructure/upload/on-upload-claimed.ts';

const newId = sequentialIds();

describe('an upload that another part of the platform claims', () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await testDatabase({ schema: 'tracks', folders: [messagingMigrations, tracksMigrations] });
  });
  afterAll(() => test[Symbol.asyncDispose]());

  const made = async (state: string, purpose = 'LISTING_FILE'): Promise<Id<'upload'>> => {
    const id = newId('upload');
    const owner = toUuid('user', newId('user'));
    await test.admin`
      insert into upload (id, owner_id, purpose, filename, byte_size, state, sha256, content_type, created_at, expires_at)
      values (${toUuid('upload', id)}, ${owner}, ${purpose}, 'a.zip', 1, ${state}, sha256(''), 'application/zip', now(), now())`;
    return id;
  };
  const claimed = async (id: Id<'upload'>, topic = 'marketplace.upload-claimed.v1') => {
    const envelope = { id: '', topic, key: id, revision: 1, occurredAt: '' };
    await test.database.transaction((tx) => onUploadClaimed(tx, { ...envelope, data: { uploadId: id, by: 'listing_1' } }));
    const [row] = await test.admin`select state, revision::int from upload where id = ${toUuid('upload', id)}`;
    return row;
  };

  it('is kept, once, however often the claim is told', async () => {
    const id = await made('READY');
    expect(await claimed(id)).toEqual({ state: 'CLAIMED', revision: 2 });
    expect(await claimed(id)).toEqual({ state: 'CLAIMED', revision: 2 });
  });

  it('stays as it is when it is over or was made for something else', async () => {
    expect(await claimed(await made('EXPIRED'))).toEqual({ state: 'EXPIRED', revision: 1 });
    expect(await claimed(await made('READY', 'TRACK_AUDIO'))).toEqual({ state: 'READY', revision: 1 });
    expect(await claimed(await made('READY', 'AVATAR'))).toEqual({ state: 'READY', revision: 1 });
    expect(await claimed(await made('READY', 'AVATAR'), 'users.upload-claimed.v1')).toEqual({ state: 'CLAIMED', revision: 2 });
    expect(await claimed(await made('READY'), 'users.upload-claimed.v1')).toEqual({ state: 'READY', revision: 1 });
    expect(await claimed(await made('READY', 'CHAT_ATTACHMENT'), 'chat.upload-claimed.v1')).toEqual({ state: 'CLAIMED', revision: 2 });
    expect(await claimed(await made('READY', 'AVATAR'), 'chat.upload-claimed.v1')).toEqual({ state: 'READY', revision: 1 });
  });
});
