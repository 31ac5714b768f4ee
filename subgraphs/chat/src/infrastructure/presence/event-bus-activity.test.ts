import { toTypeId } from '@veza/kernel';
import type { EventBus } from '@veza/messaging';
import { inProcessEventBus } from '@veza/messaging/in-process';
import { silentLog } from '@veza/telemetry';
import { waitUntil } from '@veza/testing';
import { describe, expect, it } from 'vitest';
import type { ActivitySignal } from '../../application/ports/presence.ts';
import type { ChannelId } from '../../domain/channel.ts';
import type { UserId } from '../../domain/community.ts';
import { eventBusActivity } from './event-bus-activity.ts';

const userId = toTypeId('user', '019aa000-0000-7000-8000-00000000000a') as UserId;
const here = toTypeId('channel', '019aa000-0000-7000-8000-00000000000c') as ChannelId;
const elsewhere = toTypeId('channel', '019aa000-0000-7000-8000-00000000000d') as ChannelId;

describe('eventBusActivity', () => {
  it('hears its own channel and everybody’s presence, until it is told to stop', async () => {
    const bus = inProcessEventBus();
    const activity = eventBusActivity(bus, silentLog);
    const heard: ActivitySignal[] = [];
    const controller = new AbortController();
    activity.listen(here, controller.signal, (signal) => heard.push(signal));
    const typing = { kind: 'TYPING', userId, expiresAt: new Date(1_000) } as const;
    activity.publish(elsewhere, typing);
    bus.publish(`veza.live.chat.activity.${here}`, Buffer.from('no signal'));
    bus.publish(`veza.live.chat.activity.${here}`, Buffer.from('null'));
    activity.publish(here, typing);
    activity.publish(here, { kind: 'TYPED', userId });
    activity.publishPresence(userId, 'IDLE');
    await waitUntil(() => heard.length === 3);
    expect(heard).toEqual(expect.arrayContaining([typing, { kind: 'TYPED', userId }, { kind: 'PRESENCE', userId, presence: 'IDLE' }]));
    controller.abort();
    activity.publish(here, typing);
    await new Promise((resolve) => setImmediate(resolve));
    expect(heard).toHaveLength(3);
  });

  it('fails nobody while there is no bus', () => {
    const broken = {
      publish() {
        throw new Error('away');
      },
    } as unknown as EventBus;
    expect(() => eventBusActivity(broken, silentLog).publishPresence(userId, 'ONLINE')).not.toThrow();
  });
});
