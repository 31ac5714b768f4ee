import type { Clock } from '@veza/kernel';
import DataLoader from 'dataloader';
import type { UsersUseCases } from '../application/use-cases.ts';
import type { Session, SessionId } from '../domain/session.ts';
import type { User, UserId } from '../domain/user.ts';

/** One batch for each kind of thing and request. */
export interface Loaders {
  readonly user: DataLoader<UserId, User | undefined>;
  /** Live sessions, whoever's they are: the access rule decides who sees them. */
  readonly session: DataLoader<SessionId, Session | undefined>;
}

/** Fresh loaders for one request. */
export function loaders({ accounts, sessions }: Pick<UsersUseCases, 'accounts' | 'sessions'>, clock: Clock): Loaders {
  return {
    user: new DataLoader((ids) => accounts.findUsers(ids)),
    session: new DataLoader((ids) => sessions.findLive(ids, clock())),
  };
}
