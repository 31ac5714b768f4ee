import { assertNever } from '@veza/kernel';
import type { LogEntry } from '../../application/ports/log.ts';
import { type ChannelEvent, EVENT_KIND_CODES } from '../../domain/event/channel-event.ts';
import type { PartyPlayback } from '../../domain/party-playback.ts';

/** The kind behind a stored code. Throws for a code of a newer release. */
export function eventKindOf(code: number): ChannelEvent['kind'] {
  const entry = Object.entries(EVENT_KIND_CODES).find(([, known]) => known === code);
  if (!entry) throw new Error(`unknown kind of log entry ${code}`);
  return entry[0] as ChannelEvent['kind'];
}

/** What an entry keeps beside its references, as JSON text; null when there is nothing. Never content. */
export function detailOf(entry: LogEntry): string | null {
  switch (entry.kind) {
    case 'REACTIONS_CHANGED':
      return JSON.stringify({ emoji: entry.emoji, added: entry.added });
    case 'PLAYBACK_SYNCED':
      return JSON.stringify(entry.playback);
    case 'MESSAGE_EDITED':
    case 'MESSAGE_DELETED':
    case 'PIN_CHANGED':
    case 'POLL_CHANGED':
      return null;
    default:
      return assertNever(entry);
  }
}

/** The reaction of an entry's detail. */
export function parseReaction(detail: unknown): { readonly emoji: string; readonly added: boolean } {
  return detail as { readonly emoji: string; readonly added: boolean };
}

/** The playback of an entry's detail. */
export function parsePlayback(detail: unknown): PartyPlayback {
  const stored = detail as Omit<PartyPlayback, 'asOf'> & { readonly asOf: string };
  return { ...stored, asOf: new Date(stored.asOf) };
}
