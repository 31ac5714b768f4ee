import { randomBytes } from 'node:crypto';
import { type Clock, idGenerator, type NewId, type RandomBytes, systemClock } from '@veza/kernel';
import type { KeyValue, RateLimiter } from '@veza/key-value';
import { inProcessKeyValue, inProcessRateLimiter } from '@veza/key-value/in-process';
import type { EventBus } from '@veza/messaging';
import { inProcessEventBus } from '@veza/messaging/in-process';
import { type PostgresEventLog, postgresEventLog } from '@veza/messaging/postgres';
import { closeDatabase, type Database, openDatabase } from '@veza/postgres';
import type { Log } from '@veza/telemetry';

/** What every subgraph of this process stands on. */
export interface Platform {
  readonly clock: Clock;
  readonly random: RandomBytes;
  readonly newId: NewId;
  readonly eventBus: EventBus;
  readonly eventLog: PostgresEventLog;
  readonly keyValue: KeyValue;
  readonly rateLimiter: RateLimiter;
  readonly log: Log;
  /** Opens the pool of a schema; closed with the platform. */
  database(schema: string): Database;
  /** The pools that were opened, by schema. */
  readonly pools: ReadonlyMap<string, Database>;
  close(): Promise<void>;
}

/** Connections that one subgraph may hold at most; all together stay well below the server's hundred. */
const CONNECTIONS_PER_SUBGRAPH = 10;

/** The adapters of one process: hints, values and limits in memory, facts and rows in Postgres. */
export function platform(url: string, log: Log): Platform {
  const clock = systemClock;
  const eventBus = inProcessEventBus();
  const eventLog = postgresEventLog({ url, log });
  const pools = new Map<string, Database>();
  return {
    clock,
    random: randomBytes,
    newId: idGenerator(clock, randomBytes),
    eventBus,
    eventLog,
    keyValue: inProcessKeyValue({ clock }),
    rateLimiter: inProcessRateLimiter({ clock }),
    log,
    pools,
    database(schema) {
      const pool = openDatabase({ url, schema, maxConnections: CONNECTIONS_PER_SUBGRAPH });
      pools.set(schema, pool);
      return pool;
    },
    async close() {
      await eventBus.drain();
      await Promise.all([...Array.from(pools.values(), closeDatabase), eventLog[Symbol.asyncDispose]()]);
    },
  };
}
