import { ok, type Result } from '@veza/kernel';
import type { UserId } from '../../domain/community.ts';
import type { DirectMessageSource } from '../../domain/direct-message-source.ts';
import type { ChatFailure } from '../../domain/failure.ts';
import type { ChatUnitOfWork } from '../ports/repositories.ts';

/** From whom somebody will take new conversations. */
export interface SetDirectMessageSourceCommand {
  readonly userId: UserId;
  readonly source: DirectMessageSource;
}

/** Says from whom a person takes new conversations. Never fails. */
export function setDirectMessageSource({ unitOfWork }: { readonly unitOfWork: ChatUnitOfWork }) {
  return ({ userId, source }: SetDirectMessageSourceCommand): Promise<Result<DirectMessageSource, ChatFailure>> =>
    unitOfWork(async ({ directSettings }): Promise<Result<DirectMessageSource, ChatFailure>> => {
      await directSettings.set(userId, source);
      return ok(source);
    });
}
