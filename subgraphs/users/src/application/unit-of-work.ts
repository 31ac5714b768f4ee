import type { UnitOfWork } from '@veza/kernel';
import type { EventRecorder } from '@veza/messaging';
import type { UsersEvents } from '@veza/schema/events';
import type { AccountRepository, OneTimeTokenRepository, RoleRepository } from './account/ports.ts';
import type { AvatarRepository } from './avatar/ports.ts';
import type { SigningKeyRepository } from './keys/ports.ts';
import type { MailQueue } from './mail/ports.ts';
import type { RefreshTokenRepository, RevocationRepository, SessionRepository } from './session/ports.ts';

/** What a use case may change, all in one transaction. */
export interface UsersRepositories {
  readonly accounts: AccountRepository;
  readonly avatars: AvatarRepository;
  readonly roles: RoleRepository;
  readonly oneTimeTokens: OneTimeTokenRepository;
  readonly sessions: SessionRepository;
  readonly refreshTokens: RefreshTokenRepository;
  readonly revocations: RevocationRepository;
  readonly signingKeys: SigningKeyRepository;
  readonly mails: MailQueue;
  readonly events: EventRecorder<UsersEvents>;
}

/** One transaction of this subgraph. */
export type UsersUnitOfWork = UnitOfWork<UsersRepositories>;
