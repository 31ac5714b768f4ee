import { describe, expect, it } from 'vitest';
import type { SubgraphTransport } from '../transport/port.ts';
import { openTransports, type TransportDecorator } from './open-transports.ts';
import type { GatewayState } from './state.ts';

const state = {} as GatewayState;
const transport = {} as SubgraphTransport;

describe('openTransports', () => {
  it('puts what every call passes around ways that stay the same', async () => {
    const around: TransportDecorator = (service, given) => ({ ...given, isLocal: service === 'chat' });
    const { transports, close } = openTransports(new Map([['chat', transport]]), state, around);
    expect(transports.get('chat')?.isLocal).toBe(true);
    await expect(close()).resolves.toBeUndefined();
  });

  it('leaves that to whoever opens ways for each supergraph, so that those inside go the same way', () => {
    const around: TransportDecorator = (_service, given) => given;
    const opened = { transports: new Map([['chat', transport]]), close: () => Promise.resolve() };
    const seen: unknown[] = [];
    expect(openTransports((...given) => (seen.push(...given), opened), state, around)).toBe(opened);
    expect(seen).toEqual([state, around]);
  });
});
