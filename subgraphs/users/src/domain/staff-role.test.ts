import { describe, expect, it } from 'vitest';
import { isStaffRole, scopesOf } from './staff-role.ts';

describe('scopesOf', () => {
  it('gives nobody without a role anything', () => expect(scopesOf([])).toEqual([]));

  it('joins what several roles give, each scope once', () => {
    expect(scopesOf(['SUPPORT', 'FINANCE'])).toEqual([
      'disputes:resolve',
      'ledger:read',
      'orders:read',
      'payouts:approve',
      'security:read',
      'sessions:revoke',
      'users:read',
    ]);
  });

  it('gives an administrator everything that any role gives, and what only administrators have', () => {
    const all = scopesOf(['ADMIN']);
    expect(all).toEqual(expect.arrayContaining([...scopesOf(['MODERATOR', 'SUPPORT', 'FINANCE'])]));
    expect(all).toEqual(expect.arrayContaining(['roles:grant', 'keys:rotate', 'audit:read', 'platform:operate']));
  });
});

describe('isStaffRole', () => {
  it('knows the roles and nothing that objects inherit', () => {
    expect(['ADMIN', 'admin', 'OWNER', 'constructor', ''].filter(isStaffRole)).toEqual(['ADMIN']);
  });
});
