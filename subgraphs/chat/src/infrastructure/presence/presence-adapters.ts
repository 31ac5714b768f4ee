import type { Clock } from '@veza/kernel';
import type { KeyValue } from '@veza/key-value';
import type { EventBus } from '@veza/messaging';
import type { Database } from '@veza/postgres';
import type { Log } from '@veza/telemetry';
import { setTimeout as sleep } from 'node:timers/promises';
import type { PresencePorts } from '../../application/presence/presence-use-cases.ts';
import { eventBusActivity } from './event-bus-activity.ts';
import { keyValueDevices, keyValueTypingGate } from './key-value-devices.ts';
import { postgresAudience } from './postgres-audience.ts';
import { postgresPresenceChoiceReader } from './postgres-presence-choices.ts';

interface Dependencies {
  readonly database: Database;
  readonly keyValue: KeyValue;
  readonly eventBus: EventBus;
  readonly clock: Clock;
  readonly log: Log;
}

/** Presence and typing on Postgres, the key-value store and the bus. */
export function presenceAdapters({ database, keyValue, eventBus, clock, log }: Dependencies): PresencePorts {
  return {
    choices: postgresPresenceChoiceReader(database),
    devices: keyValueDevices({ keyValue, clock, log }),
    typing: keyValueTypingGate({ keyValue, log }),
    activity: eventBusActivity(eventBus, log),
    audience: postgresAudience(database),
    pause: (ms, signal) => sleep(ms, undefined, { signal }).catch(() => undefined),
  };
}
