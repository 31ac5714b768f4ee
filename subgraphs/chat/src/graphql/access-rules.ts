import type { AccessRules } from '@veza/graphql';
import type { ChatContext } from './context.ts';
import type { ViewerModel } from './models.ts';

/** Who may read what: members by use case, one's own account by its id. */
export const accessRules: AccessRules<ChatContext> = {
  'community.view': 'use-case',
  'channel.view': 'use-case',
  'viewer.self': ({ id }: ViewerModel, { viewerId }) => id === viewerId,
};
