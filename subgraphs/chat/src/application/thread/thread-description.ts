import { err, ok, type Result } from '@veza/kernel';
import { type ChatFailure, invalid } from '../../domain/failure.ts';
import type { ChatLimits } from '../../domain/limits.ts';
import { cleanName } from '../../domain/message/text.ts';
import { ARCHIVE_AFTER_SECONDS } from '../../domain/thread.ts';

/** What a thread says of itself. */
export interface ThreadDescription {
  readonly name: string;
  readonly archiveAfterSeconds: number;
}

/** The description as it is kept. Fails with INVALID. */
export function threadDescription(given: ThreadDescription, limits: ChatLimits): Result<ThreadDescription, ChatFailure> {
  const name = cleanName(given.name, limits.nameLength);
  if (name === undefined) return err(invalid(`a name has 1 to ${limits.nameLength} characters`, 'name'));
  const { archiveAfterSeconds } = given;
  if (!ARCHIVE_AFTER_SECONDS.includes(archiveAfterSeconds))
    return err(invalid(`a thread is archived after one of ${ARCHIVE_AFTER_SECONDS.join(', ')} seconds`, 'archiveAfterSeconds'));
  return ok({ name, archiveAfterSeconds });
}
