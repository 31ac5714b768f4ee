export { arrayLiteral } from './array-literal.ts';
export { boundStatement } from './bound-statement.ts';
export { amountMinor, bigintNumber, bytes, citext, instant, typeId } from './columns.ts';
export { closeDatabase, type Database, type DatabaseOptions, openDatabase, type Queryable, type Transaction } from './database.ts';
export {
  type DatabaseErrorCode,
  databaseErrorCode,
  isConnectionLoss,
  isRetryable,
  isUniqueViolation,
  postgresErrorOf,
} from './database-error.ts';
export { inboxConsumer, type InboxConsumerOptions } from './inbox-consumer.ts';
export { messagingMigrations } from './messaging-migrations.ts';
export { inbox, outbox } from './messaging-tables.ts';
export { migrate, type MigrateOptions } from './migrate.ts';
export { MigrationFailure, type MigrationFailureCode } from './migration-failure.ts';
export { MAX_EVENT_BYTES, type OutboxOptions, postgresOutbox } from './outbox.ts';
export { outboxLagSeconds } from './outbox-lag.ts';
export { outboxRelay, type OutboxRelay, type OutboxRelayOptions } from './outbox-relay.ts';
export { roleOfSchema, SUBGRAPH_GROUP_ROLE } from './roles.ts';
export { inTransaction } from './transaction.ts';
export { instantOf, uuid, uuids } from './parameters.ts';
export { preparedStatement, type StatementValue } from './prepared-statement.ts';
export { postgresUnitOfWork } from './unit-of-work.ts';
