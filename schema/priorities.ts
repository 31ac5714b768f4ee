import type { OperationTypeNode } from 'graphql';

/** How long work on a root field is kept when there is too much of it; the names are the gateway's. @see reliability.md 5 */
export type RootFieldPriority = 'essential' | 'usual' | 'discovery' | 'deferrable';

/** Root fields that are not `usual`. What people lose something by: getting in and out, and the message they send. What helps to find things. */
const PRIORITIES: Readonly<Record<string, Readonly<Record<string, RootFieldPriority>>>> = {
  query: {
    listings: 'discovery',
    searchTracks: 'discovery',
  },
  mutation: {
    changePassword: 'essential',
    refreshSession: 'essential',
    requestPasswordReset: 'essential',
    resetPassword: 'essential',
    revokeSession: 'essential',
    sendMessage: 'essential',
    signIn: 'essential',
    signOut: 'essential',
    signUp: 'essential',
    verifyEmail: 'essential',
  },
};

/** The fields that have a priority of their own, as `<kind>.<field>`, for the check that they exist. */
export const PRIORITISED_FIELDS: readonly string[] = Object.entries(PRIORITIES).flatMap(([kind, fields]) =>
  Object.keys(fields).map((field) => `${kind}.${field}`),
);

/** The priority of a root field: `usual` unless it is named here. */
export function rootFieldPriority(kind: OperationTypeNode, field: string): RootFieldPriority {
  const fields = PRIORITIES[kind] ?? {};
  return Object.hasOwn(fields, field) ? fields[field]! : 'usual';
}
