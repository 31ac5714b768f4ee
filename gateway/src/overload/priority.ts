import type { OperationTypeNode } from 'graphql';
import type { Prepared } from '../pipeline/prepared.ts';

/**
 * How long work is kept when there is too much of it, the last to be refused first: what people lose by (sign-in, money, messages that they
 * send), what they look at and listen to, what helps to find things, and what can wait.
 * @see reliability.md 5
 */
export const PRIORITIES = ['essential', 'usual', 'discovery', 'deferrable'] as const;
export type Priority = (typeof PRIORITIES)[number];

/** How important a root field is. */
export type PriorityOf = (kind: OperationTypeNode, field: string) => Priority;

/** Where nothing is known of the fields, all are alike. */
export const everythingUsual: PriorityOf = () => 'usual';

/** An operation is as important as the least important of its root fields, so that nothing rides along. */
export function operationPriority({ kind, rootFields }: Pick<Prepared, 'kind' | 'rootFields'>, priorityOf: PriorityOf): Priority {
  const ranks = rootFields.map(({ name }) => PRIORITIES.indexOf(priorityOf(kind, name)));
  return ranks.length === 0 ? 'usual' : PRIORITIES[Math.max(...ranks)]!;
}
