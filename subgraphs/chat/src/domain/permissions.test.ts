import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ALL_PERMISSIONS,
  channelPermissions,
  type ChannelRules,
  communityPermissions,
  DEFAULT_PERMISSIONS,
  hasPermission,
  NO_PERMISSIONS,
  type Overwrite,
  type Permission,
  permissionBits,
  permissionNames,
  PERMISSIONS,
  type Standing,
} from './permissions.ts';

const names = fc.subarray([...PERMISSIONS]);
const bits = names.map((chosen) => permissionBits(...chosen));
const roleId = fc.constantFrom('a', 'b', 'c', 'd');
const standings = fc.record<Standing>({
  isOwner: fc.nat({ max: 9 }).map((dice) => dice === 0),
  everyone: bits,
  roles: fc.uniqueArray(fc.record({ id: roleId, permissions: bits }), { selector: ({ id }) => id, maxLength: 4 }),
  isTimedOut: fc.boolean(),
});
const overwrites = fc.record({ chosen: names, split: fc.integer({ min: 0, max: 32 }) }).chain(({ chosen, split }) =>
  fc
    .oneof(
      fc.constant({ kind: 'everyone' } as const),
      fc.constant({ kind: 'member' } as const),
      roleId.map((id) => ({ kind: 'role', roleId: id }) as const),
    )
    .map((target): Overwrite => ({
      target,
      allow: permissionBits(...chosen.slice(0, split)),
      deny: permissionBits(...chosen.slice(split)),
    })),
);
const channels = fc.record<ChannelRules>({ isAnnouncement: fc.boolean(), overwrites: fc.array(overwrites, { maxLength: 6 }) });
const threads = fc.record({ isPrivate: fc.boolean(), isLocked: fc.boolean(), isMember: fc.boolean() });

/** Decides one permission at a time with plain words, as a person would read the rules. */
function oracle(standing: Standing, channel: ChannelRules, asked: Permission): boolean {
  const everywhere = (permission: Permission) =>
    hasPermission(standing.everyone, permission) || standing.roles.some((role) => hasPermission(role.permissions, permission));
  if (standing.isOwner || everywhere('ADMINISTRATOR')) return true;
  const inChannel = (permission: Permission) => {
    let holds = everywhere(permission) && !(channel.isAnnouncement && permission === 'SEND_MESSAGES');
    for (const stage of ['everyone', 'role', 'member'] as const) {
      const concerning = channel.overwrites.filter(
        ({ target }) => target.kind === stage && (target.kind !== 'role' || standing.roles.some(({ id }) => id === target.roleId)),
      );
      if (concerning.some(({ deny }) => hasPermission(deny, permission))) holds = false;
      if (concerning.some(({ allow }) => hasPermission(allow, permission))) holds = true;
    }
    return holds && (!standing.isTimedOut || permission === 'VIEW_CHANNEL' || permission === 'READ_HISTORY');
  };
  if (!inChannel('VIEW_CHANNEL')) return false;
  const needsSend = ['EMBED_LINKS', 'ATTACH_FILES', 'MENTION_EVERYONE', 'ANCHOR_COMMENT'].includes(asked);
  return inChannel(asked) && (!needsSend || inChannel('SEND_MESSAGES'));
}

describe('channelPermissions', () => {
  it('agrees with the rules read one permission at a time', () => {
    fc.assert(
      fc.property(standings, channels, (standing, channel) => {
        const expected = PERMISSIONS.filter((permission) => oracle(standing, channel, permission));
        expect(permissionNames(channelPermissions(standing, channel))).toEqual(expected);
      }),
      { numRuns: 2000 },
    );
  });

  it('gives in a thread what its channel gives, with SEND_IN_THREADS for SEND_MESSAGES, to those who see it', () => {
    fc.assert(
      fc.property(standings, channels, threads, (standing, channel, thread) => {
        const isAll = communityPermissions({ ...standing, isTimedOut: false }) === ALL_PERMISSIONS;
        const inParent = (asked: Permission) => oracle(standing, channel, asked === 'SEND_MESSAGES' ? 'SEND_IN_THREADS' : asked);
        const isManager = inParent('MANAGE_THREADS');
        const granted = permissionNames(channelPermissions(standing, { ...channel, thread }));
        const isHidden = !inParent('VIEW_CHANNEL') || (thread.isPrivate && !thread.isMember && !isManager);
        fc.pre(!isAll);
        const mayWrite = isManager || !thread.isLocked;
        const writes = inParent('SEND_MESSAGES') && mayWrite;
        const here = (permission: Permission, holds: boolean) => expect(granted.includes(permission)).toBe(holds && !isHidden);
        here('VIEW_CHANNEL', true);
        here('SEND_MESSAGES', writes);
        here('ADD_REACTIONS', inParent('ADD_REACTIONS') && mayWrite);
        for (const same of ['READ_HISTORY', 'PIN_MESSAGES', 'MANAGE_MESSAGES', 'SEND_IN_THREADS'] as const) here(same, inParent(same));
        expect(writes || !granted.includes('ATTACH_FILES')).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('gives the owner everything, even timed out and denied', () => {
    const channel = { isAnnouncement: true, overwrites: [{ target: { kind: 'member' }, allow: 0n, deny: ALL_PERMISSIONS }] } as const;
    expect(channelPermissions({ isOwner: true, everyone: 0n, roles: [], isTimedOut: true }, channel)).toBe(ALL_PERMISSIONS);
  });

  it('lets members of an announcement channel read but not send', () => {
    const member = { isOwner: false, everyone: DEFAULT_PERMISSIONS, roles: [], isTimedOut: false };
    const granted = channelPermissions(member, { isAnnouncement: true, overwrites: [] });
    expect(permissionNames(granted)).toContain('READ_HISTORY');
    expect(permissionNames(granted)).not.toContain('SEND_MESSAGES');
    expect(permissionNames(granted)).not.toContain('ANCHOR_COMMENT');
  });

  it('leaves nothing to a member who may not view', () => {
    const member = { isOwner: false, everyone: permissionBits('SEND_MESSAGES', 'MANAGE_MESSAGES'), roles: [], isTimedOut: false };
    expect(channelPermissions(member, { isAnnouncement: false, overwrites: [] })).toBe(NO_PERMISSIONS);
  });
});

describe('communityPermissions', () => {
  it('joins the roles and cuts a time-out down to reading', () => {
    const roles = [{ id: 'a', permissions: permissionBits('PIN_MESSAGES') }];
    const standing = { isOwner: false, everyone: DEFAULT_PERMISSIONS, roles, isTimedOut: false };
    expect(hasPermission(communityPermissions(standing), 'PIN_MESSAGES')).toBe(true);
    expect(permissionNames(communityPermissions({ ...standing, isTimedOut: true }))).toEqual(['VIEW_CHANNEL', 'READ_HISTORY']);
  });
});
