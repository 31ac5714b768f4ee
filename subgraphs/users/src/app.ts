import { fileURLToPath } from 'node:url';
import { accessTokenSigner, type KeySource, newSigningKey, type RevocationSource } from '@veza/auth';
import { graphqlError, imageResolvers, type Subgraph, subgraphSchema } from '@veza/graphql';
import { type BackgroundTask, periodicTask } from '@veza/kernel';
import { databaseErrorCode, inboxConsumer } from '@veza/postgres';
import { subgraphSdl } from '@veza/schema';
import { usersAdapters } from './adapters.ts';
import { grantRole, type GrantRole } from './application/account/grant-role.ts';
import { keepSigningKeys } from './application/keys/keep-signing-keys.ts';
import { signingKeys } from './application/keys/signing-keys.ts';
import { deliverMail } from './application/mail/deliver-mail.ts';
import type { UsersDependencies } from './dependencies.ts';
import type { UsersContext } from './graphql/context.ts';
import { credentialResolvers } from './graphql/credentials.ts';
import { entities } from './graphql/entities.ts';
import { loaders } from './graphql/loaders.ts';
import { isSessionOwner, sessionResolvers } from './graphql/session.ts';
import { userResolvers } from './graphql/user.ts';
import { isViewerSelf, viewerResolvers } from './graphql/viewer.ts';
import { onUploadCompleted } from './infrastructure/avatar/on-upload-completed.ts';
import { usersUseCases } from './use-cases.ts';

export type { Mail, OutgoingMail } from './application/mail/ports.ts';
export type { UsersDependencies } from './dependencies.ts';
export { isStaffRole, type StaffRole } from './domain/staff-role.ts';
export type { Pepper } from './infrastructure/account/argon2-password-hasher.ts';
export { fileMail, type FileMailOptions } from './infrastructure/mail/file-mail.ts';
export { DEFAULT_USERS_LIMITS, type UsersLimits } from './infrastructure/throttle/users-limits.ts';

/** Folder of this subgraph's migrations. */
export const usersMigrations = fileURLToPath(new URL('../migrations', import.meta.url));

const MAIL_INTERVAL_MS = 1_000;
const SWEEP_INTERVAL_MS = 10_000;
const KEY_INTERVAL_MS = 60_000;

/** The subgraph, and what others need of identity. */
export interface UsersSubgraph extends Subgraph<UsersContext> {
  /** Public keys of access tokens, for the gateway and for `/.well-known/jwks.json`. */
  readonly keySet: KeySource;
  /** Access tokens to be refused before they expire, for the gateway. */
  readonly revocations: RevocationSource;
  /** What the operator's command line does. */
  readonly commands: { readonly grantRole: GrantRole };
}

/** Accounts, sessions, signing keys and profiles. Wiring only. */
export function usersSubgraph(dependencies: UsersDependencies): UsersSubgraph {
  const { clock, log, publicUrl, mediaUrl, cursorSecret } = dependencies;
  const adapters = usersAdapters(dependencies);
  const { unitOfWork, keySeal } = adapters;
  const keepKeys = keepSigningKeys({ unitOfWork, newSigningKey, keySeal, clock });
  const keys = signingKeys({ keys: adapters.reads.signingKeys, keySeal, keepKeys, clock });
  const accessTokens = accessTokenSigner({ issuer: publicUrl, activeKey: keys.activeKey, newTokenId: adapters.newTokenId, clock });
  const users = usersUseCases(adapters, { accessTokens, cursorSecret });
  const loop = (task: string, intervalMs: number, runOnce: () => Promise<number>): BackgroundTask =>
    periodicTask({ intervalMs, runOnce, onFailure: (error) => log.error('background.failed', { task, error }) });
  return {
    name: 'users',
    schema: subgraphSchema<UsersContext>({
      name: 'users',
      sdl: subgraphSdl('users'),
      resolvers: [userResolvers, viewerResolvers, sessionResolvers, credentialResolvers, imageResolvers(mediaUrl)],
      entities,
      rules: { 'viewer.self': isViewerSelf, 'session.owner': isSessionOwner },
      log,
      translateError(error) {
        const code = databaseErrorCode(error);
        return code && graphqlError(code, 'the database could not do this');
      },
      ownOrigins: [publicUrl, mediaUrl],
    }),
    context: (request) => ({ request, caller: request.caller, users, loaders: loaders(users, clock) }),
    background: {
      outboxRelay: adapters.relay,
      mailDelivery: loop('users mail delivery', MAIL_INTERVAL_MS, deliverMail({ ...adapters, publicUrl })),
      sessionSweeper: loop('users session sweeper', SWEEP_INTERVAL_MS, adapters.sweep),
      onUploadCompleted: inboxConsumer({
        database: dependencies.database,
        eventLog: dependencies.eventLog,
        durable: 'users__on-upload-completed',
        topics: ['tracks.upload-completed.v1'],
        handle: (tx, event) => onUploadCompleted(tx, event as Parameters<typeof onUploadCompleted>[1]),
        log,
      }),
      signingKeyRotation: loop('users signing key rotation', KEY_INTERVAL_MS, keepKeys),
    },
    keySet: keys.keySet,
    revocations: adapters.reads.revocations,
    commands: { grantRole: grantRole(adapters) },
  };
}
