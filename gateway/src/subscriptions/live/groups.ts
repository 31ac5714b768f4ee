import { viewerId } from '@veza/auth';
import { graphqlError } from '@veza/graphql';
import type { LiveOperation } from '../../pipeline/live-operation.ts';
import type { SubscriptionPlan } from '../../plan/subscription-plan.ts';
import type { EventSink } from './event-sink.ts';
import { Group, type GroupTools } from './group.ts';
import { scopeOf } from './group-scope.ts';
import { Subscriber } from './subscriber.ts';

/** One client's part in a group. */
export interface Membership {
  /** The client is gone or has had enough. Nothing more is written to its sink. */
  leave(): void;
}

/** How an operation was prepared on another supergraph; undefined when it is not valid there. */
export type PrepareAgain = (operation: LiveOperation) => Promise<LiveOperation | undefined>;

/** Every shared upstream subscription of this process. */
export interface LiveGroups {
  /**
   * Joins the group of an operation, and opens it for the first. Whatever becomes of it is told to the sink.
   * @param after cursor to go on from, in the place of the operation's own
   */
  join(operation: LiveOperation, sink: EventSink, after?: string): Membership;
  /** Goes on with every group on another supergraph, one after the other. */
  reload(prepareAgain: PrepareAgain): Promise<void>;
  readonly size: number;
}

/** Groups of one topic beyond which further ones deliver after the others. @see gateway.md 6.4 */
export const PROMPT_GROUPS = 64;

interface Entry {
  readonly group: Group;
  readonly topic: string;
  key: string;
}

/** Numbers plans: equal texts of one supergraph have one plan. */
function planNumbers(): (plan: SubscriptionPlan) => number {
  const numbers = new WeakMap<SubscriptionPlan, number>();
  let last = 0;
  return (plan) => {
    const known = numbers.get(plan) ?? (last += 1);
    numbers.set(plan, known);
    return known;
  };
}

/** No group yet. */
export function liveGroups(tools: GroupTools): LiveGroups {
  const open = new Map<string, Entry>();
  const all = new Set<Entry>();
  const perTopic = new Map<string, number>();
  const numberOf = planNumbers();

  const keyOf = ({ plan, variables, meta }: LiveOperation): string =>
    `${numberOf(plan)} ${plan.shareKey(variables)} ${scopeOf(plan, meta).key}`;
  const count = (topic: string, by: 1 | -1): number => {
    const groups = (perTopic.get(topic) ?? 0) + by;
    if (groups === 0) perTopic.delete(topic);
    else perTopic.set(topic, groups);
    return groups;
  };
  const close = (entry: Entry): void => {
    if (open.get(entry.key) === entry) open.delete(entry.key);
  };
  const begin = (operation: LiveOperation, key: string): Entry => {
    const { plan, variables, meta } = operation;
    const topic = `${plan.service} ${plan.field} ${JSON.stringify(plan.topicOf(variables))}`;
    const group: Group = new Group({
      operation,
      tools,
      isTopic: scopeOf(plan, meta).isTopic,
      isLow: count(topic, 1) > PROMPT_GROUPS,
      onEnded: () => close(entry),
      onEmpty() {
        close(entry);
        all.delete(entry);
        count(topic, -1);
        tools.metrics.groupClosed();
      },
    });
    const entry: Entry = { group, topic, key };
    open.set(key, entry);
    all.add(entry);
    tools.metrics.groupOpened();
    return entry;
  };
  /** Its key tells of the supergraph. Somebody may have opened a group of the same key there already: then both go on. */
  const rename = (entry: Entry, key: string): void => {
    const wasOpen = open.get(entry.key) === entry;
    close(entry);
    entry.key = key;
    if (wasOpen && !open.has(key)) open.set(key, entry);
  };
  const move = async (entry: Entry, prepareAgain: PrepareAgain): Promise<void> => {
    const { group } = entry;
    const operation = await prepareAgain(group.operation);
    if (!all.has(entry)) return operation?.release();
    if (operation) {
      group.move(operation);
      rename(entry, keyOf(operation));
      return;
    }
    close(entry);
    group.endWith(graphqlError('SCHEMA_RELOADED', 'The schema has changed.'));
  };

  return {
    get size() {
      return all.size;
    },
    join(operation, sink, after) {
      const key = keyOf(operation);
      const known = open.get(key);
      const { group } = known ?? begin(operation, key);
      if (known) operation.release();
      const { plan, variables, meta } = operation;
      const subscriber = new Subscriber({ sink, userId: viewerId(meta.caller), after: after ?? plan.afterOf(variables) });
      group.join(subscriber);
      return { leave: () => group.leave(subscriber) };
    },
    async reload(prepareAgain) {
      for (const entry of Array.from(all)) await move(entry, prepareAgain);
    },
  };
}
