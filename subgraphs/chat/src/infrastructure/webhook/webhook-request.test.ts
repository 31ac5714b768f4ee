import { describe, expect, it } from 'vitest';
import { webhookRequest } from './webhook-request.ts';

describe('webhookRequest', () => {
  it.each([
    ['nothing', ''],
    ['no JSON', '{"content":'],
    ['null', 'null'],
    ['a list', '[{"content":"x"}]'],
    ['no content', '{"nonce":"x"}'],
    ['a number for content', '{"content":1}'],
    ['null for a name', '{"content":"x","username":null}'],
    ['an object for a nonce', '{"content":"x","nonce":{}}'],
    ['a field that nobody knows', '{"content":"x","tts":true}'],
    ['a prototype', '{"content":"x","__proto__":{"nonce":"y"}}'],
    ['U+0000', '{"content":"a\\u0000b"}'],
    ['half of a surrogate pair', '{"content":"a\\ud800"}'],
  ])('refuses %s', (_what, body) => {
    expect(webhookRequest(body).ok).toBe(false);
  });

  it('takes content alone, and with a name and a nonce', () => {
    expect(webhookRequest('{"content":"x"}')).toEqual({ ok: true, value: { content: 'x' } });
    const whole = { content: 'x', username: 'Bot', nonce: '1' };
    expect(webhookRequest(JSON.stringify(whole))).toEqual({ ok: true, value: whole });
  });
});
