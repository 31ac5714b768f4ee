/**
 * Bit of each community permission. Stored as a non-negative `bigint` of 63 bits, so only BigInt arithmetic is used:
 * JavaScript's bit operators cut at 32. The API shows names, never numbers.
 */
const BITS = {
  ADMINISTRATOR: 0n,
  VIEW_CHANNEL: 1n,
  READ_HISTORY: 2n,
  SEND_MESSAGES: 3n,
  SEND_IN_THREADS: 4n,
  MANAGE_COMMUNITY: 5n,
  MANAGE_CHANNELS: 6n,
  MANAGE_ROLES: 7n,
  MANAGE_WEBHOOKS: 8n,
  MANAGE_MESSAGES: 9n,
  KICK_MEMBERS: 10n,
  BAN_MEMBERS: 11n,
  TIME_OUT_MEMBERS: 12n,
  MANAGE_NICKNAMES: 13n,
  CHANGE_NICKNAME: 14n,
  VIEW_AUDIT_LOG: 15n,
  CREATE_INVITE: 16n,
  CREATE_THREADS: 17n,
  CREATE_PRIVATE_THREADS: 18n,
  MANAGE_THREADS: 19n,
  PIN_MESSAGES: 20n,
  EMBED_LINKS: 21n,
  ATTACH_FILES: 22n,
  ADD_REACTIONS: 23n,
  MENTION_EVERYONE: 24n,
  BYPASS_SLOW_MODE: 25n,
  ANCHOR_COMMENT: 40n,
  CONTROL_PLAYBACK: 41n,
  QUEUE_TRACKS: 42n,
  UPLOAD_STEM: 43n,
  APPROVE_VERSION: 44n,
  DOWNLOAD_ORIGINAL: 45n,
} as const;

/** The name of one permission, as the API spells it. */
export type Permission = keyof typeof BITS;

/** A set of permissions as bits; unknown bits are kept. */
export type PermissionBits = bigint;

/** Every permission, in the order of its bit. */
export const PERMISSIONS = Object.keys(BITS) as readonly Permission[];

/** Nothing at all. */
export const NO_PERMISSIONS: PermissionBits = 0n;

/** The set of these permissions. */
export function permissionBits(...names: readonly Permission[]): PermissionBits {
  return names.reduce((bits, name) => bits | (1n << BITS[name]), NO_PERMISSIONS);
}

/** Every permission there is. */
export const ALL_PERMISSIONS: PermissionBits = permissionBits(...PERMISSIONS);

/** What a new community lets everybody in it do. */
export const DEFAULT_PERMISSIONS: PermissionBits = permissionBits(
  ...(['VIEW_CHANNEL', 'READ_HISTORY', 'SEND_MESSAGES', 'SEND_IN_THREADS', 'CHANGE_NICKNAME', 'CREATE_INVITE', 'CREATE_THREADS'] as const),
  ...(['EMBED_LINKS', 'ATTACH_FILES', 'ADD_REACTIONS', 'ANCHOR_COMMENT', 'QUEUE_TRACKS'] as const),
);

/** What everybody in a conversation may do there. Nobody manages it. */
export const PARTICIPANT_PERMISSIONS: PermissionBits = permissionBits(
  ...(['VIEW_CHANNEL', 'READ_HISTORY', 'SEND_MESSAGES', 'PIN_MESSAGES', 'EMBED_LINKS', 'ATTACH_FILES', 'ADD_REACTIONS'] as const),
  'ANCHOR_COMMENT',
);

/** What two people may do in their conversation while one of them blocks the other. */
export const BLOCKED_PERMISSIONS: PermissionBits = permissionBits('VIEW_CHANNEL', 'READ_HISTORY');

/** Whether the set holds this permission. */
export function hasPermission(bits: PermissionBits, name: Permission): boolean {
  return (bits & (1n << BITS[name])) !== 0n;
}

/** The names in a set, in the order of their bits. */
export function permissionNames(bits: PermissionBits): readonly Permission[] {
  return PERMISSIONS.filter((name) => hasPermission(bits, name));
}

/** What a channel grants and takes beyond the community: for everyone, for one role or for one member. `allow` and `deny` share no bit. */
export interface Overwrite {
  readonly target: { readonly kind: 'everyone' } | { readonly kind: 'role'; readonly roleId: string } | { readonly kind: 'member' };
  readonly allow: PermissionBits;
  readonly deny: PermissionBits;
}

/** A member's standing in a community. */
export interface Standing {
  readonly isOwner: boolean;
  readonly everyone: PermissionBits;
  /** The member's roles beyond the everyone-role; their order does not matter. */
  readonly roles: readonly { readonly id: string; readonly permissions: PermissionBits }[];
  /** A time-out that has not ended, judged by the caller's clock at each use. */
  readonly isTimedOut: boolean;
}

/** What the algorithm needs of a channel. `overwrites` holds those that concern the member. */
export interface ChannelRules {
  readonly isAnnouncement: boolean;
  readonly overwrites: readonly Overwrite[];
  /** Where it is a thread, whose other rules are those of its parent. */
  readonly thread?: ThreadRules;
}

/** What the algorithm needs of a thread. */
export interface ThreadRules {
  readonly isPrivate: boolean;
  readonly isLocked: boolean;
  /** Whether the member is one of the thread, too. */
  readonly isMember: boolean;
}

const WHEN_TIMED_OUT = permissionBits('VIEW_CHANNEL', 'READ_HISTORY');
const NEEDS_SEND = permissionBits('EMBED_LINKS', 'ATTACH_FILES', 'MENTION_EVERYONE', 'ANCHOR_COMMENT');
const SEND = permissionBits('SEND_MESSAGES');
const WRITE = permissionBits('SEND_MESSAGES', 'ADD_REACTIONS');

/** What a member may do in the community as a whole: the owner and administrators everything, else everyone's and the roles' together. */
export function communityPermissions(standing: Standing): PermissionBits {
  if (standing.isOwner) return ALL_PERMISSIONS;
  const base = standing.roles.reduce((bits, role) => bits | role.permissions, standing.everyone);
  if (hasPermission(base, 'ADMINISTRATOR')) return ALL_PERMISSIONS;
  return standing.isTimedOut ? base & WHEN_TIMED_OUT : base;
}

/**
 * What a member may do in one channel: the community's result, then everyone's overwrite, then all role overwrites together
 * (denials before grants, whatever the roles' positions), then the member's own. Nothing without VIEW_CHANNEL.
 * In an announcement channel an explicit grant is needed to send. In a thread SEND_IN_THREADS counts as SEND_MESSAGES.
 * @see discord/discord-api-docs developers/topics/permissions.mdx
 */
export function channelPermissions(standing: Standing, channel: ChannelRules): PermissionBits {
  const base = communityPermissions({ ...standing, isTimedOut: false });
  if (base === ALL_PERMISSIONS) return base;
  const start = channel.isAnnouncement ? base & ~SEND : base;
  let bits = applied(start, overwritesFor(channel, 'everyone'));
  bits = applied(bits, roleOverwrites(standing, channel));
  bits = applied(bits, overwritesFor(channel, 'member'));
  if (standing.isTimedOut) bits &= WHEN_TIMED_OUT;
  if (channel.thread) bits = threadPermissions(bits, channel.thread);
  if (!hasPermission(bits, 'VIEW_CHANNEL')) return NO_PERMISSIONS;
  return hasPermission(bits, 'SEND_MESSAGES') ? bits : bits & ~NEEDS_SEND;
}

/** The parent's result in one of its threads: private ones exist for members and managers, locked ones are written in by managers only. */
function threadPermissions(parent: PermissionBits, { isPrivate, isLocked, isMember }: ThreadRules): PermissionBits {
  const bits = hasPermission(parent, 'SEND_IN_THREADS') ? parent | SEND : parent & ~SEND;
  if (hasPermission(bits, 'MANAGE_THREADS')) return bits;
  if (isPrivate && !isMember) return NO_PERMISSIONS;
  return isLocked ? bits & ~WRITE : bits;
}

function overwritesFor(channel: ChannelRules, kind: 'everyone' | 'member'): readonly Overwrite[] {
  return channel.overwrites.filter(({ target }) => target.kind === kind);
}

function roleOverwrites(standing: Standing, channel: ChannelRules): readonly Overwrite[] {
  const held = new Set(standing.roles.map(({ id }) => id));
  return channel.overwrites.filter(({ target }) => target.kind === 'role' && held.has(target.roleId));
}

function applied(bits: PermissionBits, overwrites: readonly Overwrite[]): PermissionBits {
  const deny = overwrites.reduce((all, overwrite) => all | overwrite.deny, NO_PERMISSIONS);
  const allow = overwrites.reduce((all, overwrite) => all | overwrite.allow, NO_PERMISSIONS);
  return (bits & ~deny) | allow;
}
