import { can, type ChannelAccess } from '../../domain/channel-access.ts';
import { type ChatFailure, invalid, limitReached, notFound, notPermitted } from '../../domain/failure.ts';
import type { ChatLimits } from '../../domain/limits.ts';
import type { SendMessageCommand } from '../message/send-message-command.ts';
import type { UploadCatalogue } from '../ports/attachment.ts';

interface Dependencies {
  readonly uploads: UploadCatalogue;
  readonly limits: Pick<ChatLimits, 'attachments'>;
}

const FIELD = 'attachmentUploadIds';

/**
 * Says why a message cannot carry these uploads; undefined when it can.
 * NOT_PERMITTED without ATTACH_FILES; LIMIT_REACHED; INVALID for one twice; NOT_FOUND for what is not there to be used; UPLOAD_NOT_READY.
 */
export function checkAttachments({ uploads, limits }: Dependencies) {
  return async (
    { authorId, attachmentUploadIds: uploadIds = [] }: SendMessageCommand,
    access: ChannelAccess,
  ): Promise<ChatFailure | undefined> => {
    if (uploadIds.length === 0) return undefined;
    if (!can(access, 'ATTACH_FILES')) return notPermitted(FIELD);
    if (uploadIds.length > limits.attachments) return limitReached(FIELD);
    if (new Set(uploadIds).size < uploadIds.length) return invalid('a file comes once', FIELD);
    const standings = await uploads.standings(authorId, uploadIds);
    const refused = standings.findIndex((standing) => standing !== 'READY');
    if (refused < 0) return undefined;
    const path = [FIELD, String(refused)];
    return standings[refused] === 'ABSENT'
      ? notFound(...path)
      : { code: 'UPLOAD_NOT_READY', path, message: 'This file has not arrived yet; try again in a moment.' };
  };
}
