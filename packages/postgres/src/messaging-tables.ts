import { bigint, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { EventEnvelope } from '@veza/messaging';
import { instant } from './columns.ts';

/** Facts waiting for, or already given to, the event log. */
export const outbox = pgTable('outbox', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  eventId: uuid().notNull(),
  topic: text().notNull(),
  key: text().notNull(),
  revision: bigint({ mode: 'number' }).notNull(),
  envelope: jsonb().$type<EventEnvelope>().notNull(),
  createdAt: instant().notNull().defaultNow(),
  attempts: integer().notNull().default(0),
  publishedAt: instant(),
});

/** Events whose effect is already here, by consumer. */
export const inbox = pgTable(
  'inbox',
  { consumer: text().notNull(), eventId: uuid().notNull(), processedAt: instant().notNull().defaultNow() },
  (table) => [primaryKey({ columns: [table.consumer, table.eventId] })],
);
