import type { ChatEvents, UsersEvents } from '@veza/schema/events';
import type { UploadPurpose } from '../../domain/upload.ts';

type Releases = Pick<ChatEvents, 'chat.upload-released.v1'> & Pick<UsersEvents, 'users.upload-released.v1'>;

/** What a part of the platform says that it uses an upload no longer. */
export type UploadReleased = Releases[keyof Releases];

/** Topics of releases, and what each may release: nobody ends what belongs to another. */
export const RELEASED_PURPOSES: Readonly<Record<keyof Releases, UploadPurpose>> = {
  'chat.upload-released.v1': 'CHAT_ATTACHMENT',
  'users.upload-released.v1': 'AVATAR',
};

/** Where releases are told of. */
export const RELEASE_TOPICS: readonly string[] = Object.keys(RELEASED_PURPOSES);
