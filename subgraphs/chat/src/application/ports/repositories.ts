import type { ChannelCreator, PlaybackWriter } from './channel.ts';
import type { CommunityWriter, InviteWriter } from './community.ts';
import type { ChannelWriter } from './log.ts';
import type { MessageWriter, ReadMarkWriter } from './message.ts';
import type { UnitOfWork } from '@veza/kernel';
import type { EventRecorder } from '@veza/messaging';
import type { ChatEvents } from '@veza/schema/events';

/** Everything a transaction of chat may change. */
export interface ChatRepositories {
  readonly communities: CommunityWriter;
  readonly channels: ChannelCreator;
  readonly invites: InviteWriter;
  readonly log: ChannelWriter;
  readonly messages: MessageWriter;
  readonly playback: PlaybackWriter;
  readonly readMarks: ReadMarkWriter;
  readonly events: EventRecorder<ChatEvents>;
}

export type ChatUnitOfWork = UnitOfWork<ChatRepositories>;
