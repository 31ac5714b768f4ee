import type { Clock } from '@veza/kernel';
import type { ChatLimits } from '../../domain/limits.ts';
import type { ChannelFeeds } from '../feed/channel-feeds.ts';
import type { AccessReader } from '../ports/access.ts';
import type { ActivityBus, Audience, Devices, PresenceChoiceReader, TypingGate } from '../ports/presence.ts';
import type { ChatUnitOfWork } from '../ports/repositories.ts';
import type { RateTaker } from '../rates.ts';
import { followActivity } from './follow-activity.ts';
import { setPresence } from './set-presence.ts';
import { showPresence } from './show-presence.ts';
import { startTyping } from './start-typing.ts';

/** What presence and typing work with. */
export interface PresencePorts {
  readonly choices: PresenceChoiceReader;
  readonly devices: Devices;
  readonly typing: TypingGate;
  readonly activity: ActivityBus;
  readonly audience: Audience;
  /** Resolves after so many milliseconds, or when the signal aborts. */
  readonly pause: (ms: number, signal: AbortSignal) => Promise<void>;
}

interface Dependencies extends PresencePorts {
  readonly access: AccessReader;
  readonly feeds: ChannelFeeds;
  readonly unitOfWork: ChatUnitOfWork;
  readonly takeRate: RateTaker;
  readonly clock: Clock;
  readonly limits: ChatLimits;
}

export type PresenceUseCases = ReturnType<typeof presenceUseCases>;

/** Who is there and who types. */
export function presenceUseCases(deps: Dependencies) {
  const show = showPresence(deps);
  return {
    showPresence: show,
    setPresence: setPresence({ ...deps, show }),
    startTyping: startTyping(deps),
    followActivity: followActivity(deps),
  };
}
