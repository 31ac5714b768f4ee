import { setTimeout as sleep } from 'node:timers/promises';
import { graphqlError } from '@veza/graphql';
import type { Admission } from '../../plan/subscription-plan.ts';
import type { AdmissionDesk, TopicQuestion } from './admission-desk.ts';
import type { GroupSource } from './group-source.ts';
import type { Subscriber } from './subscriber.ts';

/** What becomes of those who are decided upon. */
export interface AdmissionCases {
  /** It may follow from now on. */
  admitted(subscriber: Subscriber): void;
  /** It may go on. */
  readmitted(subscriber: Subscriber): void;
  /** It may not follow, or nobody can tell; or it is gone meanwhile. */
  refused(subscriber: Subscriber, reason: unknown): void;
  /** It may not go on. */
  revoked(subscriber: Subscriber, reason: string | undefined): void;
}

/** Who may follow the topic of one group, now and after every change of permissions. */
export interface Admissions {
  /** Newest epoch of permissions that anything told of; who was admitted under an older one is held. */
  readonly epoch: number;
  /** Subscribers that are being decided upon for the first time. */
  readonly arriving: number;
  /** Something tells of an epoch. Answers whether that is news to this group. */
  raise(accessEpoch: number): boolean;
  /** Decides for the first time, at once where nobody has to. */
  arrive(subscriber: Subscriber): void;
  /** Decides again, until the answer is no older than what is known. Nothing is sent to the subscriber meanwhile. */
  hold(subscriber: Subscriber): void;
}

/** Between two questions when the answer is older than what is known already, or does not come. Milliseconds. */
const RETRY_MS = 100;
const LONGEST_RETRY_MS = 2_000;

/** Where the topic's permissions stand is unknown until an event or an admission tells. */
const UNKNOWN_EPOCH = Number.NEGATIVE_INFINITY;

function questionOf({ plan, operation, meta }: GroupSource): TopicQuestion {
  const topic = plan.topicOf(operation.variables);
  return { key: `${plan.service} ${plan.live.admission} ${JSON.stringify(topic)}`, ask: plan.askAdmission!, topic, meta };
}

/** @param source what the group reads, as it is now */
export function admissions(source: () => GroupSource, desk: AdmissionDesk, cases: AdmissionCases): Admissions {
  let epoch = UNKNOWN_EPOCH;
  let arriving = 0;
  const isNeeded = () => source().isTopic && source().plan.askAdmission !== undefined;
  const raise = (accessEpoch: number): boolean => {
    if (!isNeeded() || accessEpoch <= epoch) return false;
    epoch = accessEpoch;
    return true;
  };
  const isGone = ({ state }: Subscriber) => state === 'ENDED';
  const isDecided = ({ isAdmitted, accessEpoch }: Admission) => !isAdmitted || accessEpoch >= epoch;
  const admit = (subscriber: Subscriber): Promise<Admission> => desk.admit(questionOf(source()), subscriber.userId!);
  const take = (subscriber: Subscriber, { accessEpoch, readsHistory }: Admission): void => {
    subscriber.accessEpoch = accessEpoch;
    subscriber.readsHistory = readsHistory;
    raise(accessEpoch);
  };

  const decide = async (subscriber: Subscriber): Promise<void> => {
    try {
      const admission = await admit(subscriber);
      arriving -= 1;
      if (isGone(subscriber) || !admission.isAdmitted)
        return cases.refused(subscriber, graphqlError('NOT_FOUND', 'There is nothing to follow here.'));
      take(subscriber, admission);
      cases.admitted(subscriber);
    } catch (reason) {
      arriving -= 1;
      cases.refused(subscriber, reason);
    }
  };
  const decideAgain = async (subscriber: Subscriber): Promise<void> => {
    let admission = await admit(subscriber).catch(() => undefined);
    for (let waitMs = RETRY_MS; !isGone(subscriber) && !(admission && isDecided(admission)); waitMs *= 2) {
      await sleep(Math.min(LONGEST_RETRY_MS, waitMs));
      admission = await admit(subscriber).catch(() => undefined);
    }
    if (isGone(subscriber) || !admission) return;
    if (!admission.isAdmitted) return cases.revoked(subscriber, admission.reason);
    take(subscriber, admission);
    cases.readmitted(subscriber);
  };

  return {
    get epoch() {
      return epoch;
    },
    get arriving() {
      return arriving;
    },
    raise,
    arrive(subscriber) {
      if (!isNeeded()) return cases.admitted(subscriber);
      subscriber.accessEpoch = UNKNOWN_EPOCH;
      arriving += 1;
      void decide(subscriber);
    },
    hold(subscriber) {
      subscriber.state = 'ADMITTING';
      void decideAgain(subscriber);
    },
  };
}
