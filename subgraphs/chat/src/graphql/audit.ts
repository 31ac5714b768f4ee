import { connection } from '@veza/graphql';
import { viewerOf } from './context.ts';
import type { Resolvers } from './generated.ts';
import { userReference } from './references.ts';

/** Who changed what in a community. */
export const auditResolvers: Resolvers = {
  Community: {
    async auditLog(access, args, context) {
      const { slice, encode } = context.cursors.auditLog(access.community.id);
      const page = await context.chat.listAuditLog(viewerOf(context), access, slice(args));
      return { ...connection(page, ({ seq }) => encode(seq)), totalCount: null };
    },
  },
  CommunityAuditEntry: {
    actor: ({ actorId }) => userReference(actorId),
    user: ({ userId }) => (userId === null ? null : userReference(userId)),
    changes: ({ changes }) =>
      Object.entries(changes).map(([field, [before, after]]) => ({ field, before: asJson(before), after: asJson(after) })),
  },
};

function asJson(value: unknown): string | null {
  return value === null ? null : JSON.stringify(value);
}
