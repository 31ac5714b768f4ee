import { describe, expect, it } from 'vitest';
import { NO_MARKS } from '../../plan/own/live/mark-selections.ts';
import type { UpstreamEvent } from '../../plan/subscription-plan.ts';
import { type EventAnswer, repeatableAnswer, writtenAnswer } from './event-answer.ts';

const event: UpstreamEvent = { answer: { data: {} }, marks: NO_MARKS };
const JSON_TEXT = '{"data":"é"}';
const BYTES = Buffer.from(`${JSON_TEXT}}`);

/** A writer that counts how often it is asked. */
function counted() {
  const asked = { times: 0 };
  const writeNow = () => {
    asked.times += 1;
    return Buffer.from(JSON_TEXT).toString('latin1');
  };
  return { asked, writeNow };
}

function written(answer: EventAnswer): Buffer {
  const target = Buffer.alloc(answer.maxBytes + 2);
  return target.subarray(1, 1 + answer.writeTo(target, 1));
}

describe('an answer for which nobody has to be asked', () => {
  it('is written once for many, and again for who comes late', () => {
    const { asked, writeNow } = counted();
    const answer = repeatableAnswer(event, { writeNow }, false)!;
    expect([written(answer), written(answer), answer.bytes(), written(answer)]).toEqual([BYTES, BYTES, BYTES, BYTES]);
    expect(asked.times).toBe(1);
    answer.compact();
    expect([written(answer), written(answer)]).toEqual([BYTES, BYTES]);
    expect(asked.times).toBe(2);
  });

  it('is not remembered for one, who has it, and is there for another all the same', () => {
    const { asked, writeNow } = counted();
    const answer = repeatableAnswer(event, { writeNow }, true)!;
    expect([written(answer), asked.times]).toEqual([BYTES, 1]);
    expect([written(answer), written(answer), asked.times]).toEqual([BYTES, BYTES, 2]);
  });

  it('is none where it cannot be written', () => {
    expect(repeatableAnswer(event, { writeNow: () => undefined }, true)).toBeUndefined();
  });
});

describe('an answer that had to wait for others', () => {
  it('is kept', () => {
    const answer = writtenAnswer(JSON_TEXT);
    answer.compact();
    expect([answer.bytes(), written(answer), written(answer)]).toEqual([BYTES, BYTES, BYTES]);
  });
});
