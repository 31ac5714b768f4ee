import { setTimeout as sleep } from 'node:timers/promises';
import type { Person } from '../people.ts';
import { logLine } from './log-line.ts';

const RETRY_MS = 150;
const PATIENCE_MS = 90_000;

/** What was acknowledged, by channel: the left side of the ledger. */
export interface Deeds {
  /** Repeats a deed until it is answered, as an app does that cannot know whether the first try took place, and writes down what it leaves. */
  send(
    person: Person,
    input: { readonly channelId: string; readonly nonce: string; readonly content: string; readonly replyToId?: string },
  ): Promise<string>;
  edit(person: Person, channelId: string, input: { readonly messageId: string; readonly content: string }): Promise<void>;
  remove(person: Person, channelId: string, messageId: string): Promise<void>;
  react(person: Person, channelId: string, input: { readonly messageId: string; readonly emoji: string }): Promise<void>;
  pin(person: Person, channelId: string, messageId: string): Promise<void>;
  /** Not repeated: playing again from the same place is another event. */
  play(person: Person, input: { readonly channelId: string; readonly trackId: string; readonly positionMs: number }): Promise<void>;
  acknowledged(channelId: string): readonly string[];
}

/** Whether the same may be tried again: the server was away, or asked for patience. */
function isPassing(error: unknown): boolean {
  return (
    error instanceof TypeError || error instanceof SyntaxError || (error instanceof Error && error.message.includes('"retryable":true'))
  );
}

/** Nobody did anything yet. */
export function deeds(): Deeds {
  const lines = new Map<string, string[]>();
  const note = (channelId: string, line: string) => lines.set(channelId, [...(lines.get(channelId) ?? []), line]);

  const until = async <T>(attempt: () => Promise<T>): Promise<T> => {
    const deadline = performance.now() + PATIENCE_MS;
    for (;;) {
      try {
        return await attempt();
      } catch (error) {
        if (!isPassing(error) || performance.now() > deadline) throw error;
        await sleep(RETRY_MS);
      }
    }
  };
  const act = <T>({ app }: Person, document: string, input: object) => until(() => app.data<T>(document, { input }));

  return {
    async send(person, input) {
      const { sendMessage } = await act<{ sendMessage: { message: { id: string } } }>(person, 'SendMessage', input);
      note(input.channelId, logLine.sent(sendMessage.message.id));
      return sendMessage.message.id;
    },
    async edit(person, channelId, input) {
      await act(person, 'EditMessage', input);
      note(channelId, logLine.edited(input.messageId));
    },
    async remove(person, channelId, messageId) {
      await act(person, 'DeleteMessage', { messageId });
      note(channelId, logLine.deleted(messageId));
    },
    async react(person, channelId, input) {
      await act(person, 'AddReaction', input);
      note(channelId, logLine.reacted(input.messageId, person.id, input.emoji));
    },
    async pin(person, channelId, messageId) {
      await act(person, 'PinMessage', { messageId, pinned: true });
      note(channelId, logLine.pinned(messageId));
    },
    async play({ app }, { channelId, trackId, positionMs }) {
      await app.data('SyncPlayback', { input: { channelId, trackId, positionMs, isPlaying: true } });
      note(channelId, logLine.played(positionMs));
    },
    acknowledged: (channelId) => lines.get(channelId) ?? [],
  };
}
