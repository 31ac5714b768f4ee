import type { Admission, AskAdmission } from '../../plan/subscription-plan.ts';
import type { CallMeta, Json } from '../../transport/port.ts';

/** What people want to follow. */
export interface TopicQuestion {
  /** Equal for questions that have the same answer for the same person. */
  readonly key: string;
  readonly ask: AskAdmission;
  readonly topic: Json;
  readonly meta: () => CallMeta;
}

/** Asks who may follow what, for many at a time. */
export interface AdmissionDesk {
  /** Rejects when it cannot be asked. A person whom the subgraph does not answer for is not admitted. */
  admit(question: TopicQuestion, userId: string): Promise<Admission>;
}

/** People in one question. @see gateway.md 6.2 */
export const PEOPLE_PER_CALL = 1_000;

const UNKNOWN: Admission = { isAdmitted: false, accessEpoch: 0, reason: undefined, readsHistory: false };

interface Waiter {
  readonly userId: string;
  readonly resolve: (admission: Admission) => void;
  readonly reject: (reason: unknown) => void;
}

async function answer({ ask, topic, meta }: TopicQuestion, waiters: readonly Waiter[], userIds: readonly string[]): Promise<void> {
  const asked = new Set(userIds);
  const own = waiters.filter(({ userId }) => asked.has(userId));
  try {
    const admissions = await ask(topic, userIds, meta());
    for (const { userId, resolve } of own) resolve(admissions.get(userId) ?? UNKNOWN);
  } catch (reason) {
    for (const { reject } of own) reject(reason);
  }
}

/** Gathers what is asked in one turn of the event loop: one call per topic for up to 1,000 people, each once. */
export function admissionDesk(): AdmissionDesk {
  const gathered = new Map<string, { readonly question: TopicQuestion; readonly waiters: Waiter[] }>();
  const send = (key: string) => {
    const { question, waiters } = gathered.get(key)!;
    gathered.delete(key);
    const people = [...new Set(waiters.map(({ userId }) => userId))];
    for (let start = 0; start < people.length; start += PEOPLE_PER_CALL) {
      void answer(question, waiters, people.slice(start, start + PEOPLE_PER_CALL));
    }
  };
  return {
    admit: (question, userId) =>
      new Promise((resolve, reject) => {
        const waiter = { userId, resolve, reject };
        const known = gathered.get(question.key);
        if (known) known.waiters.push(waiter);
        else {
          gathered.set(question.key, { question, waiters: [waiter] });
          setImmediate(send, question.key);
        }
      }),
  };
}
