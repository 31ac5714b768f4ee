import { ANONYMOUS } from '@veza/auth';
import { describe, expect, it } from 'vitest';
import type { Admission } from '../../plan/subscription-plan.ts';
import { admissionDesk, type TopicQuestion } from './admission-desk.ts';

const meta = () => ({ caller: ANONYMOUS, requestId: 'r', deadlineAt: 0, signal: new AbortController().signal });

const admission = (isAdmitted: boolean): Admission => ({ isAdmitted, accessEpoch: 7, reason: undefined, readsHistory: true });

/** A topic that admits everybody but those whose name begins with an x, and leaves out those with a y. */
function topic(key: string) {
  const asked: number[] = [];
  const question: TopicQuestion = {
    key,
    topic: key,
    meta,
    async ask(_topic, userIds) {
      asked.push(userIds.length);
      if (userIds.includes('broken')) throw new Error('broken');
      await Promise.resolve();
      const rows = userIds.filter((userId) => !userId.startsWith('y'));
      return new Map(rows.map((userId) => [userId, admission(!userId.startsWith('x'))] as const));
    },
  };
  return { question, asked };
}

describe('admissionDesk', () => {
  it('asks once for all people of one topic, each once, at most a thousand at a time', async () => {
    const desk = admissionDesk();
    const [one, other] = [topic('one'), topic('other')];
    const people = Array.from({ length: 2_100 }, (_, index) => `p${index}`);
    const answers = await Promise.all([
      ...people.map((userId) => desk.admit(one.question, userId)),
      ...people.slice(0, 5).map((userId) => desk.admit(one.question, userId)),
      desk.admit(other.question, 'p0'),
    ]);
    expect(one.asked).toEqual([1_000, 1_000, 100]);
    expect(other.asked).toEqual([1]);
    expect(answers.every(({ isAdmitted, accessEpoch }) => isAdmitted && accessEpoch === 7)).toBe(true);
  });

  it('admits nobody whom the answer refuses or leaves out', async () => {
    const desk = admissionDesk();
    const { question } = topic('one');
    const [refused, missing] = await Promise.all([desk.admit(question, 'x'), desk.admit(question, 'y')]);
    expect([refused.isAdmitted, missing.isAdmitted]).toEqual([false, false]);
  });

  it('tells everybody who waits that it could not be asked, and asks again afterwards', async () => {
    const desk = admissionDesk();
    const { question } = topic('one');
    const settled = await Promise.allSettled([desk.admit(question, 'p'), desk.admit(question, 'broken')]);
    expect(settled.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect((await desk.admit(question, 'p')).isAdmitted).toBe(true);
  });
});
