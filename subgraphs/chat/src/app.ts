import { graphqlError, type Subgraph, subgraphSchema } from '@veza/graphql';
import { uuidv7 } from '@veza/kernel';
import { databaseErrorCode, outboxRelay } from '@veza/postgres';
import { subgraphSdl } from '@veza/schema';
import { viewerId } from '@veza/auth';
import { fileURLToPath } from 'node:url';
import { chatUseCases } from './application/chat-use-cases.ts';
import { DEFAULT_LIMITS, DEFAULT_RATES } from './domain/limits.ts';
import { accessRules } from './graphql/access-rules.ts';
import type { ChatContext } from './graphql/context.ts';
import { chatCursors } from './graphql/cursors.ts';
import { entities } from './graphql/entities.ts';
import { chatLoaders } from './graphql/loaders.ts';
import { webhookDoor } from './infrastructure/webhook/webhook-door.ts';
import { inboxStates } from './application/inbox/inbox-states.ts';
import { postgresInboxStates } from './infrastructure/inbox/postgres-inbox-states.ts';
import { chatAdapters } from './adapters.ts';
import { type ChatBackground, chatBackground } from './background.ts';
import type { ChatDependencies } from './dependencies.ts';
import { chatFeeds } from './feeds.ts';
import { chatResolvers } from './graphql/resolvers.ts';

/** Folder of chat's migrations, applied after the messaging tables. */
export const chatMigrations = fileURLToPath(new URL('../migrations', import.meta.url));

export type { ChatDependencies } from './dependencies.ts';

/** Chat with its loops by name. */
export interface ChatSubgraph extends Subgraph<ChatContext> {
  /** The door of webhooks. */
  readonly routes: NonNullable<Subgraph['routes']>;
  readonly background: ChatBackground;
}

/** Communities, channels and the channel log, wired to what they run on. */
export function chatSubgraph(deps: ChatDependencies): ChatSubgraph {
  const { database, eventLog, clock, random, log } = deps;
  const limits = { ...DEFAULT_LIMITS, ...deps.limits };
  const newEventId = () => uuidv7(clock(), random);
  const relay = outboxRelay({ database, eventLog, subgraph: 'chat', log });
  const feeds = chatFeeds(deps);
  const inboxStateReader = postgresInboxStates({ database, clock });
  const states = inboxStates({ states: inboxStateReader, clock });
  const adapters = chatAdapters(deps, { newEventId, onCommit: relay.wake });
  const chat = chatUseCases({
    ...adapters,
    ...feeds,
    inboxStates: states,
    inboxStateReader,
    limits,
    rates: { ...DEFAULT_RATES, ...deps.rates },
  });

  const cursors = chatCursors(deps.cursorSecret);
  const schema = subgraphSchema<ChatContext>({
    name: 'chat',
    sdl: subgraphSdl('chat'),
    resolvers: chatResolvers(deps.mediaUrl),
    entities,
    rules: accessRules,
    log,
    ownOrigins: [deps.mediaUrl, deps.publicUrl],
    translateError: (error) => {
      const code = databaseErrorCode(error);
      return code && graphqlError(code, 'the request could not be carried out');
    },
  });

  return {
    name: 'chat',
    schema,
    context(request) {
      const viewer = viewerId(request.caller);
      return { request, caller: request.caller, chat, viewerId: viewer, loaders: chatLoaders(chat, viewer), cursors };
    },
    routes: webhookDoor({ post: chat.postAsWebhook, log }),
    background: chatBackground({ ...deps, chat, relay, feeds, hints: adapters.hints, states, newEventId, limits }),
  };
}
