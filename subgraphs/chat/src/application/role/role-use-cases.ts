import type { Management } from '../management/management.ts';
import { assignRole, unassignRole } from './assign-role.ts';
import { createRole } from './create-role.ts';
import { deleteRole } from './delete-role.ts';
import { moveRole } from './move-role.ts';
import { removeChannelOverwrite, setChannelOverwrite } from './set-channel-overwrite.ts';
import { updateRole } from './update-role.ts';

/** Roles, who has them, and what channels grant and take beyond them. */
export function roleUseCases(management: Management) {
  return {
    createRole: createRole(management),
    updateRole: updateRole(management),
    moveRole: moveRole(management),
    deleteRole: deleteRole(management),
    assignRole: assignRole(management),
    unassignRole: unassignRole(management),
    setChannelOverwrite: setChannelOverwrite(management),
    removeChannelOverwrite: removeChannelOverwrite(management),
  };
}

export type RoleUseCases = ReturnType<typeof roleUseCases>;
