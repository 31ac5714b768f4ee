import { fileURLToPath } from 'node:url';

/** Folder with the tables `outbox` and `inbox`, which every subgraph's schema gets first. */
export const messagingMigrations: string = fileURLToPath(new URL('../migrations/messaging', import.meta.url));
