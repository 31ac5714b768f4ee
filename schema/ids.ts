/** Every id prefix and the subgraph that owns things of that kind. The only list; checked for doubles. */
export const ID_PREFIXES = {
  users: ['user', 'session', 'export', 'auditentry', 'secevent'],
  chat: ['community', 'channel', 'role', 'message', 'attachment', 'automod', 'audit'],
  tracks: ['track', 'upload', 'playlist', 'plitem', 'device', 'queueitem'],
  social: ['post', 'comment', 'notification', 'report', 'feeditem'],
  marketplace: ['listing', 'licence', 'order', 'orderitem', 'dispute', 'purchase', 'review', 'entry', 'payout', 'tip', 'tier', 'membership'],
} as const;
