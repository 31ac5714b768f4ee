import { err, ok, type Result } from '@veza/kernel';
import { auditDraft } from '../../domain/audit.ts';
import { type ChannelId, type CommunityChannel, hasLog } from '../../domain/channel.ts';
import { canView } from '../../domain/channel-access.ts';
import type { UserId } from '../../domain/community.ts';
import { type ChatFailure, invalid, limitReached, notFound } from '../../domain/failure.ts';
import type { MessageId } from '../../domain/message/message.ts';
import { DEFAULT_ARCHIVE_AFTER_SECONDS } from '../../domain/thread.ts';
import { inChannel } from '../auto-mod/guard-text.ts';
import type { ChannelActor } from '../management/admission.ts';
import { visibleMessage } from '../message/visible-message.ts';
import type { ChatRepositories } from '../ports/repositories.ts';
import { publishRetold, retellSource, type Retold } from './retell-source.ts';
import type { ThreadDependencies } from './thread-dependencies.ts';
import { type ThreadDescription, threadDescription } from './thread-description.ts';

/** A thread as its maker wants it: from a message, or in a channel. */
export interface CreateThreadCommand {
  readonly actorId: UserId;
  readonly messageId: MessageId | null;
  readonly channelId: ChannelId | null;
  readonly name: string;
  readonly isPrivate: boolean;
  /** Undefined = three days. */
  readonly archiveAfterSeconds?: number | undefined;
}

/** Where the thread is to hang. */
interface Place {
  readonly parentId: ChannelId;
  readonly sourceMessageId: MessageId | null;
  /** The field of the input that named it. */
  readonly path: string;
}

interface Created {
  readonly threadId: ChannelId;
  readonly retold: Retold | null;
}

/**
 * Starts a thread whose maker is its first member. Of a message there is one: asking again answers the same, whatever else differs.
 * Needs CREATE_THREADS, or CREATE_PRIVATE_THREADS for a private one, which grows from no message.
 * Fails with NOT_FOUND, NOT_PERMITTED, INVALID, LIMIT_REACHED, AUTOMOD_BLOCKED, RATE_LIMITED.
 */
export function createThread(deps: ThreadDependencies) {
  const { access, messages, guard, takeRate, perform, clock, newId, limits } = deps;

  const placeOf = async ({ actorId, messageId, channelId, isPrivate }: CreateThreadCommand): Promise<Result<Place, ChatFailure>> => {
    if ((messageId === null) === (channelId === null)) return err(invalid('exactly one of messageId and channelId is due', 'messageId'));
    if (channelId) return ok({ parentId: channelId, sourceMessageId: null, path: 'channelId' });
    if (isPrivate) return err(invalid('a thread of a message is as private as the message', 'isPrivate'));
    const found = messageId && (await visibleMessage({ access, messages }, { actorId, messageId }));
    if (!found || found.message.isDeleted) return err(notFound('messageId'));
    return ok({ parentId: found.message.channelId, sourceMessageId: messageId, path: 'messageId' });
  };

  const refusedName = async ({ actorId, name }: CreateThreadCommand, { parentId }: Place): Promise<ChatFailure | undefined> => {
    const standing = (await access.channels(actorId, [parentId])).get(parentId);
    const guarded = canView(standing) ? inChannel(name, actorId, standing) : undefined;
    return guarded && guard({ ...guarded, path: 'name' });
  };

  const create = async (
    repositories: ChatRepositories,
    { parent, actorId, isPrivate, place, described, accessEpoch }: NewThread,
  ): Promise<Created> => {
    const { parentId, sourceMessageId } = place;
    const [id, at] = [newId('channel'), clock()];
    const facts = { parentId, sourceMessageId, creatorId: actorId, isPrivate, isLocked: false, closedAt: null, lastActiveAt: at };
    const thread = { ...facts, archiveAfterSeconds: described.archiveAfterSeconds };
    const channel = { ...parent, id, kind: 'THREAD', name: described.name, topic: null, categoryId: null, position: 0, thread } as const;
    await repositories.threads.create(channel, at);
    await repositories.threads.addMember(id, actorId, { at, limit: limits.threadMembers });
    return { threadId: id, retold: await retellSource(repositories, { parentId, sourceMessageId, actorId, accessEpoch, occurredAt: at }) };
  };

  return async (command: CreateThreadCommand): Promise<Result<ChannelId, ChatFailure>> => {
    const { actorId, isPrivate, archiveAfterSeconds = DEFAULT_ARCHIVE_AFTER_SECONDS } = command;
    const described = threadDescription({ name: command.name, archiveAfterSeconds }, limits);
    if (!described.ok) return described;
    const placed = await placeOf(command);
    if (!placed.ok) return placed;
    const refused = (await takeRate('change', actorId)) ?? (await refusedName(command, placed.value));
    if (refused) return err(refused);

    const { parentId, sourceMessageId, path } = placed.value;
    const needed = isPrivate ? 'CREATE_PRIVATE_THREADS' : 'CREATE_THREADS';
    const made = await perform<ChannelActor, Created>({
      actorId,
      admit: (admit) => admit.toChannel(actorId, parentId, needed, { path }),
      async perform(repositories, { communityId, accessEpoch, access: { channel: parent } }) {
        const wrongPlace = refusedParent(parent, path);
        if (wrongPlace) return err(wrongPlace);
        const present = sourceMessageId && (await repositories.threads.findGrown(parentId, sourceMessageId));
        if (present) return ok({ value: { threadId: present, retold: null } });
        if ((await repositories.threads.countActive(communityId, clock())) >= limits.activeThreads) return err(limitReached(path));
        const created = await create(repositories, {
          parent,
          actorId,
          isPrivate,
          place: placed.value,
          described: described.value,
          accessEpoch,
        });
        const changes = { name: [null, described.value.name], isPrivate: [null, isPrivate] } as const;
        const audit = auditDraft('THREAD_CREATED', { subjectId: created.threadId, channelId: created.threadId, changes });
        return ok({ value: created, done: { audit, change: { kind: 'CHANNELS' }, changesAccess: false } });
      },
    });
    if (!made.ok) return made;
    await publishRetold(deps, made.value.retold);
    return ok(made.value.threadId);
  };
}

interface NewThread {
  readonly parent: CommunityChannel;
  readonly actorId: UserId;
  readonly isPrivate: boolean;
  readonly place: Place;
  readonly described: ThreadDescription;
  readonly accessEpoch: number;
}

function refusedParent(parent: CommunityChannel, path: string): ChatFailure | undefined {
  return hasLog(parent) && parent.kind !== 'THREAD'
    ? undefined
    : invalid('threads hang on channels that hold messages and are no threads', path);
}
