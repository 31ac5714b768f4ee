import { type AdapterFixture, describeEachAdapter } from '@veza/testing';
import { expect, it } from 'vitest';
import type { BusMessage, EventBus } from '../src/index.ts';
import { inProcessEventBus } from '../src/in-process/index.ts';

const inProcess: AdapterFixture<EventBus> = {
  name: 'in-process',
  open: async () => {
    const adapter = inProcessEventBus();
    return { adapter, close: () => adapter.drain() };
  },
};

const bytes = (text: string) => new TextEncoder().encode(text);
const text = ({ payload }: BusMessage) => new TextDecoder().decode(payload);

async function take(messages: AsyncIterable<BusMessage>, count: number): Promise<readonly BusMessage[]> {
  const taken: BusMessage[] = [];
  for await (const message of messages) if (taken.push(message) === count) break;
  return taken;
}

describeEachAdapter('EventBus', [inProcess], ({ open }) => {
  it('delivers to every subscriber whose pattern names the subject, in the order of publishing', async () => {
    const bus = await open();
    const { signal } = new AbortController();
    const exact = bus.subscribe('veza.live.chat.channel.c1', { signal });
    const one = bus.subscribe('veza.live.*.channel.c1', { signal });
    const rest = bus.subscribe('veza.live.>', { signal });
    bus.publish('veza.live.chat.channel.c2', bytes('other'));
    bus.publish('veza.live.chat.channel.c1', bytes('first'));
    bus.publish('veza.live.chat.channel.c1', bytes('second'));
    expect((await take(exact, 2)).map(text)).toEqual(['first', 'second']);
    expect((await take(one, 2)).map(text)).toEqual(['first', 'second']);
    expect((await take(rest, 3)).map(text)).toEqual(['other', 'first', 'second']);
  });

  it('wakes a subscriber that waits', async () => {
    const bus = await open();
    const waiting = take(bus.subscribe('a.b', { signal: new AbortController().signal }), 1);
    bus.publish('a.b', bytes('now'));
    expect((await waiting).map((message) => [message.subject, text(message), message.dropped])).toEqual([['a.b', 'now', 0]]);
  });

  it('drops the oldest messages of a slow subscriber and tells how many', async () => {
    const bus = await open();
    const slow = bus.subscribe('a', { signal: new AbortController().signal, queueLimit: 2 });
    for (const message of ['1', '2', '3', '4', '5']) bus.publish('a', bytes(message));
    expect((await take(slow, 2)).map((message) => [text(message), message.dropped])).toEqual([
      ['4', 3],
      ['5', 0],
    ]);
  });

  it('ends a subscription when its signal aborts', async () => {
    const bus = await open();
    const controller = new AbortController();
    const ended = take(bus.subscribe('a', { signal: controller.signal }), 1);
    controller.abort();
    expect(await ended).toEqual([]);
    expect(await take(bus.subscribe('a', { signal: controller.signal }), 1)).toEqual([]);
  });

  it('delivers what it holds before a drain ends it', async () => {
    const bus = await open();
    const messages = bus.subscribe('a', { signal: new AbortController().signal });
    bus.publish('a', bytes('held'));
    const drained = bus.drain();
    bus.publish('a', bytes('late'));
    expect((await take(messages, 5)).map(text)).toEqual(['held']);
    await drained;
  });

  it('keeps what was published when the publisher writes over its bytes', async () => {
    const bus = await open();
    const messages = bus.subscribe('a', { signal: new AbortController().signal });
    const reused = bytes('before');
    bus.publish('a', reused);
    reused.fill(0);
    expect((await take(messages, 1)).map(text)).toEqual(['before']);
  });

  it('refuses a payload above 64 KiB, and subjects and patterns that are not well-formed', async () => {
    const bus = await open();
    expect(() => bus.publish('a', new Uint8Array(64 * 1024 + 1))).toThrow(RangeError);
    expect(() => bus.publish('a.*', bytes('x'))).toThrow(RangeError);
    expect(() => bus.subscribe('a.>.b', { signal: new AbortController().signal })).toThrow(RangeError);
  });
});
