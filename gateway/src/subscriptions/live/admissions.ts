import { setTimeout as sleep } from 'node:timers/promises';
import type { Admission } from '../../plan/subscription-plan.ts';
import type { AdmissionDesk, TopicQuestion } from './admission-desk.ts';
import type { GroupSource } from './group-source.ts';
import type { Subscriber } from './subscriber.ts';

/** Who may follow the topic of one group, now and after every change of permissions. */
export interface Admissions {
  /** Whether somebody decides who may follow at all. */
  readonly isNeeded: boolean;
  /** Newest epoch of permissions that anything told of; who was admitted under an older one is held. */
  readonly epoch: number;
  /** Answers whether that is news. */
  raise(accessEpoch: number): boolean;
  /** Decides for the first time. Rejects when the subgraph cannot be asked. */
  admit(subscriber: Subscriber): Promise<Admission>;
  /** Decides again until the answer is no older than what is known, or the subscriber is gone. */
  readmit(subscriber: Subscriber): Promise<Admission>;
}

/** Between two questions when the answer is older than what is known already, or does not come. Milliseconds. */
const RETRY_MS = 100;
const LONGEST_RETRY_MS = 2_000;

/** Where the topic's permissions stand is unknown until an event or an admission tells. */
const UNKNOWN_EPOCH = Number.NEGATIVE_INFINITY;

const isDecided = ({ isAdmitted, accessEpoch }: Admission, epoch: number) => !isAdmitted || accessEpoch >= epoch;

function questionOf({ plan, operation, meta }: GroupSource): TopicQuestion {
  const topic = plan.topicOf(operation.variables);
  return { key: `${plan.service} ${plan.live.admission} ${JSON.stringify(topic)}`, ask: plan.askAdmission!, topic, meta };
}

/** @param source what the group reads, as it is now */
export function admissions(source: () => GroupSource, desk: AdmissionDesk): Admissions {
  let epoch = UNKNOWN_EPOCH;
  const admit = async (subscriber: Subscriber): Promise<Admission> => {
    const admission = await desk.admit(questionOf(source()), subscriber.userId!);
    subscriber.accessEpoch = admission.accessEpoch;
    return admission;
  };
  return {
    get isNeeded() {
      const { isTopic, plan } = source();
      return isTopic && plan.askAdmission !== undefined;
    },
    get epoch() {
      return epoch;
    },
    raise(accessEpoch) {
      if (accessEpoch <= epoch) return false;
      epoch = accessEpoch;
      return true;
    },
    admit,
    async readmit(subscriber) {
      let waitMs = RETRY_MS;
      for (;;) {
        const admission = await admit(subscriber).catch(() => undefined);
        if (admission && (isDecided(admission, epoch) || subscriber.state === 'ENDED')) return admission;
        if (subscriber.state === 'ENDED') return { isAdmitted: true, accessEpoch: epoch, reason: undefined };
        await sleep(waitMs);
        waitMs = Math.min(LONGEST_RETRY_MS, waitMs * 2);
      }
    },
  };
}
