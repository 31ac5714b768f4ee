import type { Clock } from '@veza/kernel';
import type { EventBus, EventEnvelope, EventLog } from '@veza/messaging';
import { type Database, inboxConsumer, type Transaction } from '@veza/postgres';
import type { Log } from '@veza/telemetry';
import { inboxHintSubject } from '../../application/inbox/inbox-hint.ts';
import type { UserId } from '../../domain/community.ts';
import { MEMBERSHIP_TOPICS, onMembershipChanged } from './on-membership-changed.ts';
import { ADDRESSED_TOPICS, onPeopleAddressed } from './on-people-addressed.ts';

interface Dependencies {
  readonly database: Database;
  readonly eventLog: EventLog;
  readonly eventBus: EventBus;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * Consumers of chat's own facts that write inboxes: apart from the sending of messages, so that a message to many never waits for their locks
 * under that of its channel. Each fact is written once, whatever is repeated or restarted. Hints follow the commit, and may be lost.
 */
export function inboxWriters({ database, eventLog, eventBus, clock, log }: Dependencies) {
  const writer = (
    durable: string,
    topics: readonly string[],
    write: (tx: Transaction, event: EventEnvelope) => Promise<readonly UserId[]>,
  ) => {
    const grown = new Set<UserId>();
    const onCommit = () => {
      const userIds = [...grown];
      grown.clear();
      for (const userId of userIds) hint(userId);
    };
    const handle = async (tx: Transaction, event: EventEnvelope) => {
      for (const userId of await write(tx, event)) grown.add(userId);
    };
    return { database, eventLog, durable, topics, handle, onCommit, log };
  };

  /** Says only that there is something: the log itself is read for how far it goes. */
  const hint = (userId: UserId) => {
    try {
      eventBus.publish(inboxHintSubject(userId), Buffer.from(JSON.stringify({ seq: Number.MAX_SAFE_INTEGER, accessEpoch: 0 })));
    } catch (error) {
      log.warn('chat.hint-not-sent', { userId, error });
    }
  };

  return {
    onPeopleAddressed: inboxConsumer(
      writer('chat__on-people-addressed', ADDRESSED_TOPICS, (tx, event) => onPeopleAddressed(tx, event, clock)),
    ),
    onMembershipChanged: inboxConsumer({
      ...writer('chat__on-membership-changed', MEMBERSHIP_TOPICS, onMembershipChanged),
      maxInFlight: 1,
    }),
  };
}
