/** Every permission of staff over the whole installation. */
const ALL_SCOPES = [
  'audit:read',
  'content:remove',
  'disputes:resolve',
  'keys:rotate',
  'ledger:read',
  'moderation:read',
  'moderation:resolve',
  'orders:read',
  'payouts:approve',
  'platform:operate',
  'roles:grant',
  'security:read',
  'sessions:revoke',
  'users:read',
  'users:suspend',
] as const;

/** A permission of staff, as access tokens carry it. */
export type StaffScope = (typeof ALL_SCOPES)[number];

/** What somebody may do for the house. Roles of communities are chat's and unrelated. */
export type StaffRole = 'ADMIN' | 'MODERATOR' | 'SUPPORT' | 'FINANCE';

const SCOPES: Readonly<Record<StaffRole, readonly StaffScope[]>> = {
  ADMIN: ALL_SCOPES,
  MODERATOR: ['content:remove', 'moderation:read', 'moderation:resolve', 'users:read', 'users:suspend'],
  SUPPORT: ['orders:read', 'security:read', 'sessions:revoke', 'users:read'],
  FINANCE: ['disputes:resolve', 'ledger:read', 'orders:read', 'payouts:approve'],
};

/** Whether a text names a role. */
export function isStaffRole(text: string): text is StaffRole {
  return Object.hasOwn(SCOPES, text);
}

/** The scopes that roles give together, each once, sorted. Nobody without a role has one. */
export function scopesOf(roles: readonly StaffRole[]): readonly StaffScope[] {
  return [...new Set(roles.flatMap((role) => SCOPES[role]))].toSorted();
}
