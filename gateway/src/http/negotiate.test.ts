import { describe, expect, it } from 'vitest';
import { isJson, namesOurTypes, negotiate, wantsHtml } from './negotiate.ts';

const RESPONSE = 'application/graphql-response+json';
const JSON_TYPE = 'application/json';

describe('negotiate', () => {
  it.each([
    [undefined, JSON_TYPE],
    ['', JSON_TYPE],
    ['*/*', JSON_TYPE],
    ['application/*', JSON_TYPE],
    [RESPONSE, RESPONSE],
    [`${RESPONSE}; charset=utf-8, ${JSON_TYPE};q=0.9`, RESPONSE],
    [`${JSON_TYPE}, ${RESPONSE}`, RESPONSE],
    [`${JSON_TYPE};q=0.9, ${RESPONSE};q=0.8`, JSON_TYPE],
    [`${RESPONSE};q=0, ${JSON_TYPE}`, JSON_TYPE],
    ['text/html, */*;q=0.1', JSON_TYPE],
    ['APPLICATION/JSON', JSON_TYPE],
    [`${JSON_TYPE}, */*`, JSON_TYPE],
    [`${RESPONSE}, */*`, RESPONSE],
    [`${JSON_TYPE};q=0, */*`, RESPONSE],
    [`*/*, ${RESPONSE};q=0.4, ${JSON_TYPE};q=0.5`, JSON_TYPE],
    [`application/*;q=0.2, */*;q=0.9`, JSON_TYPE],
    [`${JSON_TYPE}; charset=latin1, ${RESPONSE};q=0.1`, RESPONSE],
    ['text/event-stream', 'text/event-stream'],
    [`text/event-stream, ${JSON_TYPE};q=0.5`, 'text/event-stream'],
    [`${RESPONSE}, ${JSON_TYPE}, text/event-stream, multipart/mixed`, RESPONSE],
    [`${JSON_TYPE}, text/event-stream`, JSON_TYPE],
    [`${JSON_TYPE}; charset=latin1`, undefined],
    ['text/html', undefined],
    ['text/*', undefined],
    ['text/event-stream;q=0', undefined],
    [`${RESPONSE};q=0`, undefined],
    [`${JSON_TYPE};q=nonsense`, undefined],
  ])('answers %s with %s', (accept, expected) => {
    expect(negotiate(accept)?.answer).toBe(expected);
  });

  it('sends a stream only to who names it', () => {
    const welcome = ['*/*', 'text/*', RESPONSE, `${JSON_TYPE}, text/event-stream`, `text/event-stream;q=0, ${JSON_TYPE}`];
    expect(welcome.map((accept) => negotiate(accept)?.isStreamWelcome)).toEqual([false, undefined, false, true, false]);
  });
});

describe('namesOurTypes', () => {
  it('needs a type itself, not a range that holds it', () => {
    const named = [JSON_TYPE, RESPONSE, 'text/event-stream', '*/*', undefined].map(namesOurTypes);
    expect(named).toEqual([true, true, true, false, false]);
  });
});

describe('wantsHtml', () => {
  it('tells a browser from a client that also takes HTML', () => {
    expect([wantsHtml('text/html,*/*;q=0.8'), wantsHtml(`text/html, ${JSON_TYPE}`), wantsHtml(undefined)]).toEqual([true, false, false]);
  });
});

describe('isJson', () => {
  it.each([
    ['application/json', true],
    ['application/json; charset=UTF-8', true],
    ['application/json;charset="utf-8"', true],
    ['application/json; charset=utf-16', false],
    ['application/graphql', false],
    [undefined, false],
  ])('says of %s: %s', (type, expected) => {
    expect(isJson(type)).toBe(expected);
  });
});
