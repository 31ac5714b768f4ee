import { type Clock, err, type NewId, ok, type Result } from '@veza/kernel';
import type { AuditDraft } from '../../domain/audit.ts';
import type { CommunityId, UserId } from '../../domain/community.ts';
import type { CommunityChange } from '../../domain/event/community-event.ts';
import { type ChatFailure, invalid } from '../../domain/failure.ts';
import type { ChatLimits } from '../../domain/limits.ts';
import { cleanText } from '../../domain/message/text.ts';
import type { AccessReader } from '../ports/access.ts';
import type { CommunityHints } from '../ports/community-log.ts';
import type { ChatRepositories, ChatUnitOfWork } from '../ports/repositories.ts';
import type { RoleReader } from '../ports/role.ts';
import type { RateTaker } from '../rates.ts';
import { type Admission, type Admissions, admissions } from './admission.ts';

/** What every act of management needs. */
export interface ActDependencies {
  readonly access: AccessReader;
  readonly roles: RoleReader;
  readonly unitOfWork: ChatUnitOfWork;
  readonly communityHints: CommunityHints;
  readonly takeRate: RateTaker;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly limits: ChatLimits;
}

/** What an act did. */
export interface Done {
  /** Null for what everybody may do to themselves. */
  readonly audit: AuditDraft | null;
  /** What clients look at again; null when they cannot see it. */
  readonly change: CommunityChange | null;
  /** Whether anybody may do more or less than before: streams and writes are then decided again. */
  readonly changesAccess: boolean;
}

/** An act's answer. Nothing done: everything was so already, which leaves no trace. */
export interface Performed<T> {
  readonly value: T;
  readonly done?: Done;
}

/** One act of management. */
export interface Act<Admitted extends Admission, T> {
  readonly actorId: UserId;
  /** Why, in the actor's words; at most 512 characters. */
  readonly reason?: string | null | undefined;
  /** Whether it is carried out however often: what a rule does, and leaving. */
  readonly isUnlimited?: true;
  /** Decides whether the person may, as things stand. Asked again under the lock when permissions changed meanwhile. */
  readonly admit: (admissions: Admissions) => Promise<Result<Admitted, ChatFailure>>;
  /** Makes the change under the community's lock. */
  readonly perform: (repositories: ChatRepositories, admitted: Admitted) => Promise<Result<Performed<T>, ChatFailure>>;
}

interface Told {
  readonly communityId: CommunityId;
  readonly seq: number;
  readonly accessEpoch: number;
}

/** Carries acts of management out. */
export type Perform = <Admitted extends Admission, T>(act: Act<Admitted, T>) => Promise<Result<T, ChatFailure>>;

/**
 * Acts of management, one after the other in each community: access, then under the community's lock the change with its audit entry, its
 * entry in the community's log and, where it changes what anybody may do, the next access epoch; then the hint. What was decided before the
 * lock under another epoch is decided again. Fails with RATE_LIMITED where one person manages one community too fast.
 */
export function performActs({ access, roles, unitOfWork, communityHints, takeRate, clock, newId, limits }: ActDependencies): Perform {
  return async <Admitted extends Admission, T>(act: Act<Admitted, T>): Promise<Result<T, ChatFailure>> => {
    const reason = cleanText(act.reason, limits.reasonLength);
    if (reason === undefined) return err(invalid(`a reason has at most ${limits.reasonLength} characters`, 'reason'));
    let told: Told | undefined;

    const record = async (repositories: ChatRepositories, { communityId, accessEpoch }: Admission, done: Done): Promise<void> => {
      const { communities, audit, communityLog } = repositories;
      const raised = done.changesAccess ? await communities.raiseEpoch(communityId) : accessEpoch;
      if (raised === undefined) throw new Error(`community ${communityId} vanished inside its transaction`);
      const occurredAt = clock();
      if (done.audit) await audit.record(done.audit, { id: newId('audit'), communityId, actorId: act.actorId, reason, occurredAt });
      if (!done.change) return;
      const seq = await communityLog.append({ communityId, change: done.change, accessEpoch: raised, occurredAt });
      told = { communityId, seq, accessEpoch: raised };
    };

    const admitted = await act.admit(admissions({ access, roles }));
    if (!admitted.ok) return admitted;
    const limited = act.isUnlimited ? undefined : await takeRate('manage', `${act.actorId}:${admitted.value.communityId}`);
    if (limited) return err(limited);
    const performed = await unitOfWork(async (repositories): Promise<Result<T, ChatFailure>> => {
      const epoch = await repositories.communities.lock(admitted.value.communityId);
      const present = epoch === admitted.value.accessEpoch ? admitted : await act.admit(admissions(repositories));
      if (!present.ok) return present;
      const answer = await act.perform(repositories, present.value);
      if (!answer.ok) return answer;
      if (answer.value.done) await record(repositories, present.value, answer.value.done);
      return ok(answer.value.value);
    });
    if (performed.ok && told) communityHints.publish(told.communityId, told);
    return performed;
  };
}
