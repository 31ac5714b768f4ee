import { describe, expect, it } from 'vitest';
import { verifyBodies } from './bodies.ts';
import { messageSent } from './events.ts';

const { __typename, cursor, occurredAt, message } = messageSent(7);
const bodyOf = (index: number, event: object, more: object = {}) =>
  JSON.stringify({ id: `client-${index}`, type: 'next', payload: { ...more, data: { channelEvents: event } } });
const whole = { __typename, cursor, occurredAt, message };
const { createdAt: _createdAt, ...withoutTime } = message;

describe('the messages that servers are compared by', () => {
  it('are the event as each client selected it', () => {
    expect(() => verifyBodies('ours', [bodyOf(0, whole), bodyOf(1, { ...whole, message: withoutTime })], 2)).not.toThrow();
  });

  it.each([
    ['more than was selected', [bodyOf(0, whole), bodyOf(1, whole)]],
    ['less', [bodyOf(0, { ...whole, message: withoutTime })]],
    ['another order of clients', [bodyOf(1, whole)]],
    ['errors beside the data', [bodyOf(0, whole, { errors: [{ message: 'no' }] })]],
    ['an end', ['{"id":"client-0","type":"complete"}']],
    ['no event', ['{"id":"client-0","type":"next","payload":{"data":null}}']],
  ])('are nothing else: %s', (_what, bodies) => {
    expect(() => verifyBodies('ours', bodies, 2)).toThrow('ours sends something else to client');
  });
});
