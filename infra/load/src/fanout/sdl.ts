/** Fields of a message that clients choose from: every subset of the last ten is a selection of its own. */
export const OPTIONAL_FIELDS = [
  'createdAt',
  'editedAt',
  'kind',
  'replyCount',
  'isPinned',
  'mentionsEveryone',
  'authorId',
  'authorName',
  'authorDisplayName',
  'authorAvatarUrl',
] as const;

const MESSAGE = `
  type Message {
    id: ID!
    content: String!
    createdAt: String!
    editedAt: String
    kind: String!
    replyCount: Int!
    isPinned: Boolean!
    mentionsEveryone: Boolean!
    authorId: ID!
    authorName: String!
    authorDisplayName: String!
    authorAvatarUrl: String
  }`;

const MARKS = 'cursor: String!  occurredAt: String!  seq: Int @inaccessible  accessEpoch: String @inaccessible';

/** A channel of chat as the gateway sees it: events of a topic that many follow, and who may follow it. */
export const chatSdl = `
  extend schema
    @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@composeDirective", "@inaccessible"])
    @link(url: "https://veza.dev/access/v1.0", import: ["@access"])
    @link(url: "https://veza.dev/live/v1.0", import: ["@live"])
    @composeDirective(name: "@access")
    @composeDirective(name: "@live")
  directive @access(level: String!, scopes: [String!], rule: String) on OBJECT | FIELD_DEFINITION
  directive @live(share: String! = "VIEWER", policy: String! = "LOG", cursorArg: String, topicArg: String, admission: String) on FIELD_DEFINITION
  type Query {
    ping: Boolean @access(level: "PUBLIC")
    channelAdmissions(channelId: ID!, userIds: [ID!]!): [ChannelAdmission!]! @inaccessible @access(level: "INTERNAL")
  }
  type Subscription {
    channelEvents(channelId: ID!, after: String): ChannelEvent!
      @access(level: "DOMAIN", rule: "channel.view")
      @live(share: "TOPIC", policy: "LOG", cursorArg: "after", topicArg: "channelId", admission: "channelAdmissions")
  }
  type ChannelAdmission @inaccessible { userId: ID!  isAdmitted: Boolean!  accessEpoch: String!  reason: StreamEndReason }
  enum StreamEndReason { CURSOR_EXPIRED ACCESS_LOST }
  interface ChannelEvent { ${MARKS} }
  type MessageSent implements ChannelEvent { ${MARKS}  message: Message! }
  type ResyncRequired implements ChannelEvent { ${MARKS}  reason: StreamEndReason! }
  type AccessRevoked implements ChannelEvent { ${MARKS}  reason: StreamEndReason! }
  ${MESSAGE}`;
