import type { Clock, NewId } from '@veza/kernel';
import type { AccessReader } from '../ports/access.ts';
import type { ConversationReader } from '../ports/conversation.ts';
import type { ChatUnitOfWork } from '../ports/repositories.ts';
import type { RateTaker } from '../rates.ts';
import { addParticipants } from './add-participants.ts';
import type { ApproachDependencies } from './approach.ts';
import { leaveConversation } from './leave-conversation.ts';
import { openDirectConversation } from './open-direct-conversation.ts';
import { setDirectMessageSource } from './set-direct-message-source.ts';

interface Dependencies extends ApproachDependencies {
  readonly access: AccessReader;
  readonly conversations: ConversationReader;
  readonly unitOfWork: ChatUnitOfWork;
  readonly takeRate: RateTaker;
  readonly clock: Clock;
  readonly newId: NewId;
}

export type ConversationUseCases = ReturnType<typeof conversationUseCases>;

/** Talking outside of communities. */
export function conversationUseCases(deps: Dependencies) {
  return {
    openDirectConversation: openDirectConversation(deps),
    addParticipants: addParticipants(deps),
    leaveConversation: leaveConversation(deps),
    setDirectMessageSource: setDirectMessageSource(deps),
  };
}
