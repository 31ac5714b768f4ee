import type { Clock } from '@veza/kernel';
import type { ChannelId } from '../../domain/channel.ts';
import type { AccessReader } from '../ports/access.ts';
import type { ActivityBus, Audience } from '../ports/presence.ts';
import { audienceOf } from './audience.ts';
import { PendingActivity } from './pending-activity.ts';

interface Dependencies {
  readonly access: AccessReader;
  readonly activity: ActivityBus;
  readonly audience: Audience;
  readonly clock: Clock;
}

/** What tells of newer permissions in a channel. */
export interface ActivityFeed {
  readonly accessEpoch: number;
  changed(signal: AbortSignal): Promise<void>;
}

/** What one subscriber listens to. */
export interface ActivitySource {
  readonly channelId: ChannelId;
  readonly feed: ActivityFeed;
  readonly signal: AbortSignal;
}

/** What one subscriber has heard and not yet been shown. */
export interface ActivityNews {
  readonly pending: PendingActivity;
  /** Resolves when there may be something to do: activity, newer permissions, or the end. */
  come(): Promise<void>;
}

/** Listens for one subscriber until the signal aborts. Presence is taken in of those alone whom it concerns here. */
export function newsOf(deps: Dependencies, { channelId, feed, signal }: ActivitySource): ActivityNews {
  const pending = new PendingActivity();
  const matters = audienceOf(deps, channelId);
  let wake: () => void = () => undefined;

  const watch = async (): Promise<void> => {
    while (!signal.aborted) {
      await feed.changed(signal);
      wake();
    }
    wake();
  };
  const take: typeof pending.add = (heard) => {
    pending.add(heard);
    wake();
  };

  deps.activity.listen(channelId, signal, (heard) => {
    if (heard.kind !== 'PRESENCE') return take(heard);
    void matters(heard.userId).then(
      (does) => does && take(heard),
      () => undefined,
    );
  });
  void watch();

  return {
    pending,
    come: () =>
      new Promise((resolve) => {
        wake = resolve;
        if (!pending.isEmpty || signal.aborted) resolve();
      }),
  };
}
