import { toTypeId } from '@veza/kernel';
import type { KeyValue } from '@veza/key-value';
import { inProcessKeyValue } from '@veza/key-value/in-process';
import { silentLog } from '@veza/telemetry';
import { fixedClock } from '@veza/testing';
import { describe, expect, it } from 'vitest';
import type { ChannelId } from '../../domain/channel.ts';
import type { UserId } from '../../domain/community.ts';
import { keyValueDevices, keyValueTypingGate } from './key-value-devices.ts';

const ada = toTypeId('user', '019aa000-0000-7000-8000-00000000000a') as UserId;
const ben = toTypeId('user', '019aa000-0000-7000-8000-00000000000b') as UserId;
const channel = toTypeId('channel', '019aa000-0000-7000-8000-00000000000c') as ChannelId;

const setUp = () => {
  const clock = fixedClock();
  const keyValue = inProcessKeyValue({ clock });
  return { clock, devices: keyValueDevices({ keyValue, clock, log: silentLog }), gate: keyValueTypingGate({ keyValue, log: silentLog }) };
};

describe('keyValueDevices', () => {
  it('is news only when somebody comes, also in another process', async () => {
    const { clock, devices } = setUp();
    expect([await devices.connect(ada), await devices.connect(ada)]).toEqual([true, false]);
    clock.advance(74_000);
    await devices.connect(ada);
    clock.advance(74_000);
    expect(await devices.connected([ben, ada])).toEqual(new Set([ada]));
    clock.advance(1_000);
    expect(await devices.connected([ada])).toEqual(new Set());
    expect(await devices.connect(ada)).toBe(true);
  });

  it('lets go of nobody whom another process holds', async () => {
    const { clock, devices } = setUp();
    await devices.connect(ada);
    await devices.release(ada);
    clock.advance(25_000);
    expect(await devices.connect(ada)).toBe(false);
    clock.advance(25_000);
    expect(await devices.connected([ada])).toEqual(new Set([ada]));
  });

  it('believes each device by itself, and each word for its time', async () => {
    const { clock, devices } = setUp();
    expect(await devices.words(ada)).toEqual({ isActive: false, isIdle: false });
    await devices.say(ada, 'phone', 'ONLINE');
    await devices.say(ada, 'desk', 'IDLE');
    expect(await devices.words(ada)).toEqual({ isActive: true, isIdle: true });
    await devices.say(ada, 'desk', 'ONLINE');
    await devices.say(ada, 'phone', 'IDLE');
    expect(await devices.words(ada)).toEqual({ isActive: true, isIdle: true });
    clock.advance(600_001);
    expect(await devices.words(ada)).toEqual({ isActive: false, isIdle: true });
    expect(await devices.words(ben)).toEqual({ isActive: false, isIdle: false });
  });
});

describe('keyValueTypingGate', () => {
  it('lets one through in eight seconds, and again after a reset', async () => {
    const { clock, gate } = setUp();
    expect([await gate.pass(channel, ada), await gate.pass(channel, ada), await gate.pass(channel, ben)]).toEqual([true, false, true]);
    await gate.reset(channel, ada);
    expect(await gate.pass(channel, ada)).toBe(true);
    clock.advance(8_001);
    expect(await gate.pass(channel, ada)).toBe(true);
  });
});

describe('without a store', () => {
  const broken = new Proxy({} as KeyValue, { get: () => () => Promise.reject(new Error('away')) });
  const devices = keyValueDevices({ keyValue: broken, clock: fixedClock(), log: silentLog });
  const gate = keyValueTypingGate({ keyValue: broken, log: silentLog });

  it('nobody is there, everything is told, and nothing fails', async () => {
    await devices.say(ada, 'phone', 'ONLINE');
    await devices.release(ada);
    await gate.reset(channel, ada);
    expect([await devices.connect(ada), await devices.connected([ada]), await devices.words(ada), await gate.pass(channel, ada)]).toEqual([
      false,
      new Set(),
      { isActive: false, isIdle: false },
      true,
    ]);
  });
});
