import type { GuardText } from '../auto-mod/guard-text.ts';
import type { Management } from '../management/management.ts';
import type { ChannelHints } from '../ports/log.ts';
import type { MessageReader } from '../ports/message.ts';
import type { ThreadReader } from '../ports/thread.ts';
import type { RateTaker } from '../rates.ts';

/** What use cases of threads work with. */
export interface ThreadDependencies extends Management {
  readonly threads: ThreadReader;
  readonly messages: MessageReader;
  readonly hints: ChannelHints;
  readonly guard: GuardText;
  readonly takeRate: RateTaker;
}
