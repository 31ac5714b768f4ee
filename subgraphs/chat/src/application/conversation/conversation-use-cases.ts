import type { Clock, NewId } from '@veza/kernel';
import type { ChatLimits } from '../../domain/limits.ts';
import type { AccessReader } from '../ports/access.ts';
import type { BlockReader, ConversationReader } from '../ports/conversation.ts';
import type { ChatUnitOfWork } from '../ports/repositories.ts';
import type { UserDirectory } from '../ports/user.ts';
import type { RateTaker } from '../rates.ts';
import { addParticipants } from './add-participants.ts';
import { leaveConversation } from './leave-conversation.ts';
import { openDirectConversation } from './open-direct-conversation.ts';

interface Dependencies {
  readonly access: AccessReader;
  readonly conversations: ConversationReader;
  readonly blocks: BlockReader;
  readonly users: UserDirectory;
  readonly unitOfWork: ChatUnitOfWork;
  readonly takeRate: RateTaker;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly limits: ChatLimits;
}

export type ConversationUseCases = ReturnType<typeof conversationUseCases>;

/** Talking outside of communities. */
export function conversationUseCases(deps: Dependencies) {
  return {
    openDirectConversation: openDirectConversation(deps),
    addParticipants: addParticipants(deps),
    leaveConversation: leaveConversation(deps),
  };
}
