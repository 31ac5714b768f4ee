import { type Child, startChild } from '../process/child.ts';
import type { CrowdQuestion } from './crowd-questions.ts';

/** Everybody who sends and listens, in a process of their own. */
export interface Crowd extends AsyncDisposable {
  /** Rejects with what went wrong. */
  ask<Answer>(question: CrowdQuestion): Promise<Answer>;
}

/** Starts the process. */
export async function startCrowd(): Promise<Crowd> {
  const child: Child = await startChild('crowd', 'infra/load/src/chat/crowd-main.ts');
  return {
    async ask<Answer>(question: CrowdQuestion) {
      const answer = await child.ask<Answer & { readonly error?: string }>(question);
      if (answer.error !== undefined) throw new Error(answer.error);
      return answer;
    },
    [Symbol.asyncDispose]: () => child[Symbol.asyncDispose](),
  };
}
