import type { UserCaller } from '@veza/auth';
import type { ChatWorld } from './chat-world.ts';

const FIELDS: Readonly<Record<string, string>> = {
  updateThread: 'thread { id name isLocked archivedAt archiveAfterSeconds }',
  joinThread: 'thread { id viewerHasJoined }',
  leaveThread: 'leftThreadId',
  addThreadMember: 'thread { id }',
  removeThreadMember: 'thread { id }',
};

const documentOf = (field: string) =>
  `mutation ($input: ${field[0]!.toUpperCase()}${field.slice(1)}Input!) { ${field}(input: $input) { ${FIELDS[field]} userErrors { code path message } } }`;

/** A thread as tests ask for it. */
export interface SeenThread {
  readonly id: string;
  readonly name: string;
  readonly archivedAt: string | null;
}

/** What tests of threads do over and over in one world. */
export function threadTools(world: ChatWorld) {
  const tools = {
    act: (field: string, input: Readonly<Record<string, unknown>>, caller: UserCaller) => world.act(documentOf(field), input, caller),
    refusal: (field: string, input: Readonly<Record<string, unknown>>, caller: UserCaller) =>
      world.refusal(documentOf(field), input, caller),

    /** A thread with somebody's eyes; null when they do not see it. */
    see: (id: string, caller: UserCaller): Promise<SeenThread | null> =>
      world.run(
        `query ($id: ID!) { channel(id: $id) { id name kind isLocked isPrivate archivedAt unreadCount mentionCount viewerHasJoined
          viewerPermissions parent { id } sourceMessage { id isDeleted } } }`,
        { id },
        caller,
      ),

    /** Where a channel's log stands. */
    async cursor(id: string, caller: UserCaller): Promise<string> {
      return (await world.run('query ($id: ID!) { channel(id: $id) { eventCursor } }', { id }, caller)).eventCursor;
    },

    /** The threads of a channel that somebody sees, newest first. */
    async listed(channelId: string, caller: UserCaller, isArchived = false): Promise<readonly SeenThread[]> {
      const { threads } = await world.run(
        'query ($id: ID!, $isArchived: Boolean!) { channel(id: $id) { threads(isArchived: $isArchived) { nodes { id name archivedAt } } } }',
        { id: channelId, isArchived },
        caller,
      );
      return threads.nodes;
    },

    async list(channelId: string, caller: UserCaller, isArchived = false): Promise<readonly string[]> {
      return (await tools.listed(channelId, caller, isArchived)).map(({ name }) => name);
    },

    /** Ids of the members of a thread. */
    async members(threadId: string, caller: UserCaller): Promise<readonly string[]> {
      const { threadMembers } = await world.run(
        'query ($id: ID!) { channel(id: $id) { threadMembers(first: 100) { nodes { user { id } } } } }',
        { id: threadId },
        caller,
      );
      return threadMembers.nodes.map(({ user }: { readonly user: { readonly id: string } }) => user.id);
    },
  };
  return tools;
}

export type ThreadTools = ReturnType<typeof threadTools>;
