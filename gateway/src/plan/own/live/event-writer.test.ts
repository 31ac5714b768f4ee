import { buildSchema, OperationTypeNode, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../transport/port.ts';
import type { FetchNode } from '../../query-plan.ts';
import { MAX_DATA_BYTES } from '../fetch/weight.ts';
import type { Program } from '../run.ts';
import { responseWriter } from '../writer/writer.ts';
import { writerProgram } from '../writer/writer-program.ts';
import { byteTexts } from './byte-texts.ts';
import { eventWriter } from './event-writer.ts';
import { NO_MARKS } from './mark-selections.ts';

const schema = buildSchema('type Query { a: Int } type Subscription { said: Said! } type Said { text: String! by: String }');
const names = { schema, entityTypes: new Set<string>(), clientNames: new Map<string, string>() };
const writer = responseWriter(writerProgram(parse('subscription { said { text } }'), names));
const program = { step: undefined, introspect: undefined, writer } as unknown as Program;
const fetch: FetchNode = { kind: 'Fetch', serviceName: 'rooms', operation: '', operationKind: OperationTypeNode.SUBSCRIPTION };
const write = eventWriter(program, fetch, byteTexts())!;
const eventOf = (said: JsonObject, dataBytes: number | undefined = 10) => ({
  answer: { data: { said } },
  marks: NO_MARKS,
  ...(dataBytes !== undefined && { dataBytes }),
});

describe('an event that can be written at once', () => {
  it('is written with what is selected of it, as often as somebody wants it', () => {
    const event = eventOf({ text: 'hello', by: 'ada' });
    expect([write(event, {}), write(event, {})]).toEqual(['{"said":{"text":"hello"}}', '{"said":{"text":"hello"}}']);
  });

  it('is none that does not fit, has errors or no data, or may be too large', () => {
    const sound = eventOf({ text: 'hello' });
    expect(write(eventOf({ text: null }), {})).toBeUndefined();
    expect(write({ ...sound, answer: { ...sound.answer, errors: [{ message: 'no' }] } }, {})).toBeUndefined();
    expect(write({ ...sound, answer: { data: null } }, {})).toBeUndefined();
    expect(write({ answer: sound.answer, marks: NO_MARKS }, {})).toBeUndefined();
    expect(write(eventOf({ text: 'hello' }, MAX_DATA_BYTES + 1), {})).toBeUndefined();
  });

  it('does not exist where others have to be asked first, or something renamed', () => {
    expect(eventWriter({ ...program, step: () => Promise.resolve() }, fetch, byteTexts())).toBeUndefined();
    const rename = { kind: 'KeyRenamer' as const, path: ['said'], renameKeyTo: 'told' };
    expect(eventWriter(program, { ...fetch, outputRewrites: [rename] }, byteTexts())).toBeUndefined();
  });
});
