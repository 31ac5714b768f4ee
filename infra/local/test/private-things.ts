import { randomUUID } from 'node:crypto';
import { createUpload, openCommunity, type Person, processed, send, signUp, storyTeller, upload, wavSong } from '../story/index.ts';
import type { Pick as PickValue } from './public-schema.ts';

/** What Ada has that nobody else may see or change, except Ben for their channel. */
export interface PrivateThings {
  readonly ada: Person;
  readonly ben: Person;
  /** Their ids, by the kind of thing. */
  readonly ids: Readonly<
    Record<
      | 'track'
      | 'upload'
      | 'freeUpload'
      | 'community'
      | 'channel'
      | 'thread'
      | 'scheduled'
      | 'webhook'
      | 'message'
      | 'conversation'
      | 'comment'
      | 'listing'
      | 'session'
      | 'role'
      | 'rule'
      | 'playlist'
      | 'item'
      | 'device',
      string
    >
  >;
  readonly slug: string;
  /** Texts that stand in them. */
  readonly texts: readonly string[];
}

const MARK = 'for-no-other-eyes';

interface Answers {
  readonly createTrack: { readonly track: { readonly id: string } };
  readonly registerDevice: { readonly device: { readonly id: string } };
  readonly addComment: { readonly comment: { readonly id: string } };
  readonly createListing: { readonly listing: { readonly id: string } };
  readonly createThread: { readonly thread: { readonly id: string } };
  readonly scheduleMessage: { readonly scheduledMessage: { readonly id: string } };
  readonly createWebhook: { readonly webhook: { readonly id: string } };
  readonly openDirectConversation: { readonly channel: { readonly id: string } };
  readonly createRole: { readonly role: { readonly id: string } };
  readonly createAutoModRule: { readonly rule: { readonly id: string } };
  readonly createPlaylist: {
    readonly playlist: { readonly id: string; readonly items: { readonly nodes: readonly { readonly id: string }[] } };
  };
  readonly viewer: {
    readonly communities: {
      readonly nodes: readonly { readonly id: string; readonly slug: string }[];
    };
    readonly sessions: { readonly nodes: readonly { readonly id: string }[] };
  };
}

/** Asks as a person what no document of the app asks. */
export async function ask<T>({ app }: Person, query: string, variables: Record<string, unknown> = {}): Promise<T> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${app.token}` };
  const response = await fetch(`${app.url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
  const { data, errors } = (await response.json()) as { data: T; errors?: unknown };
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

async function uploaded({ app }: Person, bytes: Buffer): Promise<string> {
  const { id, url } = await createUpload(app, `${MARK}.wav`, bytes.length);
  await upload(url, bytes);
  return id;
}

/** Ada makes one of everything that can be private. */
export async function privateThings(url: string): Promise<PrivateThings> {
  const [ada, ben] = [await signUp(url, 'Ada'), await signUp(url, 'Ben')];
  const data = (document: string, input: object) => ada.app.data<Answers>(document, { input });
  const song = wavSong({ seconds: 2 });
  const audio = await uploaded(ada, song);
  const { createTrack } = await data('CreateTrack', { uploadId: audio, title: MARK, visibility: 'PRIVATE' });
  const track = createTrack.track.id;
  await processed(ada.app, track);
  const { addComment } = await data('AddComment', { subjectId: track, body: MARK, positionMs: 1 });
  await data('Like', { subjectId: track });
  const { createListing } = await data('CreateListing', { title: MARK, kind: 'BEAT', previewTrackId: track, licences: [] });
  const { createPlaylist } = await data('CreatePlaylist', { title: MARK, kind: 'PLAYLIST', trackIds: [track] });
  const { registerDevice } = await data('RegisterDevice', { name: MARK, kind: 'PHONE' });
  await data('ControlPlayback', { commandId: randomUUID(), deviceId: registerDevice.device.id, play: { trackId: track } });
  const channel = await openCommunity(
    storyTeller(() => undefined),
    ada,
    ben,
  );
  const { message } = await send(ada, { channelId: channel, nonce: randomUUID(), content: MARK });
  const { openDirectConversation } = await data('OpenDirectConversation', { userIds: [ben.id] });
  const { createThread } = await data('CreateThread', { messageId: message.id, name: MARK });
  const { scheduleMessage } = await ask<Pick<Answers, 'scheduleMessage'>>(
    ada,
    'mutation ($input: ScheduleMessageInput!) { scheduleMessage(input: $input) { scheduledMessage { id } } }',
    { input: { channelId: channel, nonce: randomUUID(), content: MARK, sendAt: new Date(Date.now() + 86_400_000).toISOString() } },
  );
  const { createWebhook } = await ask<Pick<Answers, 'createWebhook'>>(
    ada,
    'mutation ($input: CreateWebhookInput!) { createWebhook(input: $input) { webhook { id } } }',
    { input: { channelId: channel, name: MARK } },
  );
  const { viewer } = await ask<Pick<Answers, 'viewer'>>(
    ada,
    '{ viewer { communities(first: 1) { nodes { id slug } } sessions(first: 1) { nodes { id } } } }',
  );
  const community = viewer.communities.nodes[0]!;
  const { createRole } = await data('CreateRole', { communityId: community.id, name: MARK, permissions: [] });
  const { createAutoModRule } = await ask<Pick<Answers, 'createAutoModRule'>>(
    ada,
    'mutation ($input: CreateAutoModRuleInput!) { createAutoModRule(input: $input) { rule { id } } }',
    { input: { communityId: community.id, name: MARK, trigger: 'KEYWORD', keywords: [MARK], isEnabled: false } },
  );
  return {
    ada,
    ben,
    slug: community.slug,
    texts: [MARK, `${ada.username}@example.org`],
    ids: {
      track,
      upload: audio,
      freeUpload: await uploaded(ada, song),
      community: community.id,
      channel,
      thread: createThread.thread.id,
      scheduled: scheduleMessage.scheduledMessage.id,
      webhook: createWebhook.webhook.id,
      message: message.id,
      conversation: openDirectConversation.channel.id,
      comment: addComment.comment.id,
      listing: createListing.listing.id,
      playlist: createPlaylist.playlist.id,
      item: createPlaylist.playlist.items.nodes[0]!.id,
      device: registerDevice.device.id,
      session: viewer.sessions.nodes[0]!.id,
      role: createRole.role.id,
      rule: createAutoModRule.rule.id,
    },
  };
}

const IDS_BY_NAME: Readonly<Record<string, keyof PrivateThings['ids']>> = {
  trackId: 'track',
  trackIds: 'track',
  previewTrackId: 'track',
  subjectId: 'track',
  uploadId: 'freeUpload',
  fileUploadIds: 'freeUpload',
  communityId: 'community',
  channelId: 'channel',
  categoryId: 'channel',
  exemptChannelIds: 'channel',
  roleId: 'role',
  roleIds: 'role',
  exemptRoleIds: 'role',
  ruleId: 'rule',
  messageId: 'message',
  messageIds: 'message',
  throughMessageId: 'message',
  threadId: 'thread',
  scheduledMessageId: 'scheduled',
  webhookId: 'webhook',
  replyToId: 'comment',
  commentId: 'comment',
  itemId: 'item',
  entryIds: 'item',
  deviceId: 'device',
  listingId: 'listing',
  playlistId: 'playlist',
  sessionId: 'session',
};
/** Left out: they have their own meaning, or one excludes the other. */
const LEFT_OUT = new Set(['after', 'before', 'last', 'sha256', 'stock', 'revenueSplits', 'filter', 'expiresAt', 'totpCode']);
const VALUES: Readonly<Record<string, unknown>> = {
  Boolean: false,
  Int: 1,
  String: 'something',
  Decimal: '1.00',
  CurrencyCode: 'EUR',
  DateTime: '2100-01-01T00:00:00.000Z',
  ByteCount: 10,
  URL: 'https://example.org',
  EmailAddress: 'somebody@example.org',
};

/** Fills in the arguments of a root field with Ada's things, so that it is about them. */
export function aboutThem({ ada, ids, slug }: PrivateThings, rootField: string): PickValue {
  return (name, type) => {
    if (LEFT_OUT.has(name)) return undefined;
    if (name === 'id') return { ...ids, user: ada.id, node: ids.track }[rootField];
    if (name === 'userId' || name === 'userIds') return ada.id;
    if (name === 'slug') return slug;
    if (name === 'filename') return 'a.wav';
    return name in IDS_BY_NAME ? ids[IDS_BY_NAME[name]!] : VALUES[type];
  };
}
