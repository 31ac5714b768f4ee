import { type EntityLookup, EntityLookupFailed, graphqlError, type Subgraph, subgraphSchema } from '@veza/graphql';
import type { Clock, NewId, RandomBytes } from '@veza/kernel';
import { uuidv7 } from '@veza/kernel';
import type { KeyValue, RateLimiter } from '@veza/key-value';
import type { EventEnvelope, EventLog } from '@veza/messaging';
import {
  type Database,
  databaseErrorCode,
  inboxConsumer,
  outboxRelay,
  postgresOutbox,
  postgresUnitOfWork,
  type Transaction,
} from '@veza/postgres';
import { subgraphSdl } from '@veza/schema';
import type { MarketplaceEvents, SocialEvents, TracksEvents, UsersEvents } from '@veza/schema/events';
import type { Log } from '@veza/telemetry';
import { fileURLToPath } from 'node:url';
import { addComment } from './application/add-comment.ts';
import { block } from './application/block.ts';
import { deleteComment } from './application/delete-comment.ts';
import { follow } from './application/follow.ts';
import { like } from './application/like.ts';
import { repost } from './application/repost.ts';
import { unblock } from './application/unblock.ts';
import { undoRepost } from './application/undo-repost.ts';
import { unfollow } from './application/unfollow.ts';
import { unlike } from './application/unlike.ts';
import { visibleSubject } from './application/visible-subject.ts';
import { visibleSubjects } from './application/visible-subjects.ts';
import { blockResolvers } from './graphql/block.ts';
import { commentResolvers } from './graphql/comment.ts';
import { contextFor, type SocialContext } from './graphql/context.ts';
import { entities } from './graphql/entities.ts';
import { listingResolvers } from './graphql/listing.ts';
import { reactionResolvers } from './graphql/reaction.ts';
import { trackResolvers } from './graphql/track.ts';
import { userResolvers } from './graphql/user.ts';
import { postgresBlockRepository } from './infrastructure/block/postgres-block-repository.ts';
import { onAccountCreated } from './infrastructure/follow/on-account-created.ts';
import { onListingPublished } from './infrastructure/subject/on-listing-published.ts';
import { onTrackChanged } from './infrastructure/subject/on-track-changed.ts';
import { onTrackDeleted } from './infrastructure/subject/on-track-deleted.ts';
import { postgresCommentRepository } from './infrastructure/comment/postgres-comment-repository.ts';
import { postgresFollowRepository } from './infrastructure/follow/postgres-follow-repository.ts';
import { postgresPersonDirectory } from './infrastructure/follow/postgres-person-directory.ts';
import { postgresReactionRepository } from './infrastructure/postgres-reaction-repository.ts';
import { postgresSocialReads } from './infrastructure/postgres-social-reads.ts';
import { postgresSubjectDirectory } from './infrastructure/subject/postgres-subject-directory.ts';
import { rateLimiterSocialRates } from './infrastructure/rate-limiter-social-rates.ts';

/** What social needs from the process that holds it. */
export interface SocialDependencies {
  readonly database: Database;
  readonly eventLog: EventLog;
  readonly keyValue: KeyValue;
  readonly rateLimiter: RateLimiter;
  /** The owners of what people react to, for what the projection does not know yet. */
  readonly lookups: { readonly users: EntityLookup; readonly tracks: EntityLookup; readonly marketplace: EntityLookup };
  readonly clock: Clock;
  readonly newId: NewId;
  readonly random: RandomBytes;
  readonly cursorSecret: Uint8Array;
  readonly log: Log;
}

type ForeignEvents = UsersEvents & TracksEvents & MarketplaceEvents;
type ForeignTopic = keyof ForeignEvents;
type Handler<Data> = (tx: Transaction, event: EventEnvelope<Data>) => Promise<void>;

/** Folder with the tables of schema `social`. */
export const socialMigrations: string = fileURLToPath(new URL('../migrations', import.meta.url));

/** Follows, blocks, likes, reposts and comments. */
export function socialSubgraph(dependencies: SocialDependencies): Subgraph<SocialContext> {
  const { database, eventLog, lookups, clock, random, log } = dependencies;
  const relay = outboxRelay({ database, eventLog, subgraph: 'social', log });
  const outbox = { clock, newEventId: () => uuidv7(clock(), random) };
  const unitOfWork = postgresUnitOfWork(
    database,
    (tx) => ({
      follows: postgresFollowRepository(tx),
      blocks: postgresBlockRepository(tx),
      reactions: postgresReactionRepository(tx),
      comments: postgresCommentRepository(tx),
      events: postgresOutbox<SocialEvents>(tx, outbox),
    }),
    { onCommit: relay.wake },
  );
  const subjects = postgresSubjectDirectory({ database, ...lookups });
  const people = postgresPersonDirectory({ database, users: lookups.users });
  const rates = rateLimiterSocialRates(dependencies);
  const visible = visibleSubject({ subjects, clock });
  const social = {
    follow: follow({ unitOfWork, people, rates, clock }),
    unfollow: unfollow({ unitOfWork, people }),
    block: block({ unitOfWork, people, rates, clock }),
    unblock: unblock({ unitOfWork, people, clock }),
    like: like({ unitOfWork, visible, rates, clock }),
    unlike: unlike({ unitOfWork, visible }),
    repost: repost({ unitOfWork, visible, rates, clock }),
    undoRepost: undoRepost({ unitOfWork, visible }),
    addComment: addComment({ unitOfWork, visible, rates, clock, newCommentId: () => dependencies.newId('comment') }),
    deleteComment: deleteComment({ unitOfWork, subjects, clock }),
    visibleSubjects: visibleSubjects({ subjects, clock }),
    subjects,
    reads: postgresSocialReads(database, dependencies.cursorSecret),
  };
  const consumer = <Topic extends ForeignTopic>(durable: string, topic: Topic, handle: Handler<ForeignEvents[Topic]>) =>
    inboxConsumer({
      database,
      eventLog,
      durable: `social__${durable}`,
      topics: [topic],
      handle: (tx, event) => handle(tx, event as EventEnvelope<ForeignEvents[Topic]>),
      log,
    });
  return {
    name: 'social',
    schema: subgraphSchema<SocialContext>({
      name: 'social',
      sdl: subgraphSdl('social'),
      resolvers: [userResolvers, blockResolvers, reactionResolvers, commentResolvers, trackResolvers, listingResolvers],
      entities,
      rules: { 'track.view': 'use-case', 'listing.view': 'use-case', 'comment.view': 'use-case' },
      log,
      translateError(error) {
        if (error instanceof EntityLookupFailed)
          return graphqlError('SUBGRAPH_UNAVAILABLE', 'another part of the platform does not answer');
        const code = databaseErrorCode(error);
        return code && graphqlError(code, 'the database could not do this');
      },
    }),
    context: contextFor(social),
    background: {
      outboxRelay: relay,
      onAccountCreated: consumer('on-account-created', 'users.account-created.v1', onAccountCreated),
      onTrackChanged: consumer('on-track-changed', 'tracks.track-changed.v1', onTrackChanged),
      onTrackDeleted: consumer('on-track-deleted', 'tracks.track-deleted.v1', onTrackDeleted),
      onListingPublished: consumer('on-listing-published', 'marketplace.listing-published.v1', onListingPublished),
    },
  };
}
