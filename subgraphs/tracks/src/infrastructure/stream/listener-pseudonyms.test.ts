import { describe, expect, it } from 'vitest';
import { listenerPseudonyms, sessionPseudonym } from './listener-pseudonyms.ts';

const SECRET = new Uint8Array(32).fill(7);
const AT = new Date('2026-01-01T12:00:00Z');
const userId = 'user_00000000000000000000000001';
const sessionId = 'session_00000000000000000000000001';
const clientAddress = '192.0.2.7';
const pseudonymsOf = listenerPseudonyms(SECRET);

describe('the sid of a listener', () => {
  it('can be found from the login session alone', () => {
    const { sid } = pseudonymsOf({ sessionId, userId, clientAddress }, AT);
    expect(sid).toMatch(/^[\w-]{16}$/);
    expect(sessionPseudonym(SECRET)(sessionId)).toBe(sid);
  });

  it('is another for each session of a person, and under another secret', () => {
    const other = 'session_00000000000000000000000002';
    const sids = [pseudonymsOf({ sessionId, userId, clientAddress }, AT), pseudonymsOf({ sessionId: other, userId, clientAddress }, AT)];
    expect(new Set([...sids.map(({ sid }) => sid), sessionPseudonym(new Uint8Array(32))(sessionId)]).size).toBe(3);
  });

  it('of somebody who is not signed in is that of no session', () => {
    const { sid, lid } = pseudonymsOf({ sessionId: undefined, userId: undefined, clientAddress }, AT);
    expect(sid).not.toBe(lid);
    expect(sid).not.toBe(sessionPseudonym(SECRET)(sessionId));
  });
});
