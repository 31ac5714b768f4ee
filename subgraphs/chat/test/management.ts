import type { UserCaller } from '@veza/auth';
import type { ChatWorld } from './chat-world.ts';

/** Mutations of management for which the app has no document yet, each with what a client would ask of its payload. */
const FIELDS: Readonly<Record<string, string>> = {
  UpdateCommunity: 'community { id name slug description owner { id } }',
  DeleteCommunity: 'deletedCommunityId',
  TransferCommunity: 'community { id owner { id } }',
  RevokeInvite: 'revokedCode',
  UpdateChannel: 'channel { id name topic slowModeSeconds }',
  MoveChannel: 'channel { id position category { id } }',
  DeleteChannel: 'deletedChannelId',
  RemoveChannelOverwrite: 'channel { id overwrites { role { id } user { id } allow deny } }',
  UpdateRole: 'role { id name position color permissions }',
  MoveRole: 'role { id position }',
  DeleteRole: 'deletedRoleId',
  UnassignRole: 'member { user { id } roles { id name } }',
  SetNickname: 'member { user { id } nickname }',
  UnbanMember: 'unbannedUserId',
  LiftTimeOut: 'member { user { id } timedOutUntil }',
};

/** Text of the document that carries a mutation of management out. */
export function managementDocument(name: string): string {
  const fields = FIELDS[name];
  if (!fields) return name;
  const field = name[0]!.toLowerCase() + name.slice(1);
  return `mutation ($input: ${name}Input!) { ${field}(input: $input) { ${fields} userErrors { code path message } } }`;
}

/** What tests of management do over and over in one world. */
export function management(world: ChatWorld) {
  const act = (name: string, input: Readonly<Record<string, unknown>>, caller: UserCaller) =>
    world.act(managementDocument(name), input, caller);
  return {
    act,
    refusal: (name: string, input: Readonly<Record<string, unknown>>, caller: UserCaller) =>
      world.refusal(managementDocument(name), input, caller),

    /** A role with these permissions, given to a member; answers its id. */
    async giveRole(communityId: string, owner: UserCaller, member: UserCaller, permissions: readonly string[]): Promise<string> {
      const { role } = await act('CreateRole', { communityId, name: 'role', permissions }, owner);
      await act('AssignRole', { communityId, userId: member.userId, roleId: role.id }, owner);
      return role.id;
    },

    /** Entries of the audit log as `action reason`, newest first. */
    async audit(communityId: string, caller: UserCaller) {
      const { auditLog } = await world.run(
        `query ($id: ID!) { community(id: $id) { auditLog(first: 100) { nodes {
          seq action reason subjectId actor { id } user { id } changes { field before after } } } } }`,
        { id: communityId },
        caller,
      );
      return auditLog.nodes as readonly AuditNode[];
    },

    /** Names of the channels that somebody sees, by position. */
    async channels(communityId: string, caller: UserCaller): Promise<readonly string[]> {
      const { channels } = await world.run('query ($id: ID!) { community(id: $id) { channels { name } } }', { id: communityId }, caller);
      return channels.map(({ name }: { readonly name: string }) => name);
    },
  };
}

/** An entry of the audit log as tests ask for it. */
export interface AuditNode {
  readonly seq: number;
  readonly action: string;
  readonly reason: string | null;
  readonly subjectId: string | null;
  readonly actor: { readonly id: string };
  readonly user: { readonly id: string } | null;
  readonly changes: readonly { readonly field: string; readonly before: string | null; readonly after: string | null }[];
}

export type ManagementTools = ReturnType<typeof management>;
