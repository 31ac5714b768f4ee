import type { NewDocumentsQuestion } from '../http/load-main.ts';
import type { Child } from '../process/child.ts';
import { startChild } from '../process/child.ts';
import { type Figures, round, type RoundOptions } from './rounds.ts';

const NEW_DOCUMENTS_PER_SECOND = 20;

/** Latency of operations that are known, without and with others that have to be planned meanwhile. */
export interface PlanningEffect {
  readonly quiet: Figures;
  readonly planning: Figures;
}

/** Loads a server twice, the second time while another client sends twenty new documents a second. */
export async function planningEffect(server: Child, options: RoundOptions): Promise<PlanningEffect> {
  await using newcomer = await startChild('new documents', 'infra/load/src/http/load-main.ts');
  const { seconds, tokens } = options;
  const quiet = await round(server, options);
  const question: NewDocumentsQuestion = {
    kind: 'new documents',
    query: 'track',
    url: server.address,
    tokens,
    connections: 2,
    seconds,
    perSecond: NEW_DOCUMENTS_PER_SECOND,
  };
  const [planning, sent] = await Promise.all([round(server, options), newcomer.ask<{ readonly error?: string }>(question)]);
  if (sent.error) throw new Error(`new documents fail: ${sent.error}`);
  return { quiet, planning };
}
