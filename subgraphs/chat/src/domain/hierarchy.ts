import type { PermissionBits } from './permissions.ts';

/** Somebody's place in the order of a community. */
export interface Ranked {
  readonly isOwner: boolean;
  /** Highest position of their roles; 0 with the everyone-role alone. */
  readonly rank: number;
}

/** Whether somebody may manage a member: nobody acts on the owner, everybody else only on those ranked lower. */
export function outranks(actor: Ranked, target: Ranked): boolean {
  if (target.isOwner) return false;
  return actor.isOwner || target.rank < actor.rank;
}

/** Whether somebody may manage what stands at this position: their own top role and what is above are out of reach. */
export function isAbove(actor: Ranked, position: number): boolean {
  return actor.isOwner || position < actor.rank;
}

/** Whether somebody may grant or take these permissions: only those they have themselves, by whatever road. */
export function mayPassOn(held: PermissionBits, changed: PermissionBits): boolean {
  return (changed & ~held) === 0n;
}
