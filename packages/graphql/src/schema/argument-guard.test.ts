import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { alice, asker, notesSubgraph, requestOf } from '../../test/notes-subgraph.ts';
import { inProcessExecutor } from '../execution/in-process-executor.ts';

const ask = asker();

describe('texts and ids in arguments', () => {
  it.each([
    ['a variable', 'query ($v: Filter) { search(filter: $v) }', { v: { text: 'a\0' } }],
    ['a literal', '{ search(filter: { text: "a\\u0000" }) }', {}],
    ['half of a surrogate pair', 'query ($v: Filter) { search(filter: $v) }', { v: { text: 'a\ud800' } }],
    ['a list in nested inputs', 'query ($v: Filter) { search(filter: $v) }', { v: { and: [{ and: [{ ids: ['fine', 'a\0'] }] }] } }],
    ['a list that is one item', 'query ($v: Filter) { search(filter: $v) }', { v: { ids: 'a\0' } }],
    ['a long id', 'query ($v: ID!) { note(id: $v) { id } }', { v: 'x'.repeat(65) }],
    [
      'an argument of a field without a resolver of its own',
      'query ($v: String) { note(id: "note_alice") { text(prefix: $v) } }',
      { v: '\0' },
    ],
  ])('are refused in %s', async (_what, document, variables) => {
    const { codes } = await ask(document, alice, variables);
    expect(codes).toEqual(['BAD_USER_INPUT']);
  });

  it('pass when they are merely unusual', async () => {
    const text = '\u0001 \u202e e\u0301 🎧';
    expect((await ask('query ($v: Filter) { search(filter: $v) }', alice, { v: { text, ids: ['x'.repeat(64)] } })).codes).toBeUndefined();
    expect((await ask('query ($v: Filter) { search(filter: $v) }', alice, { v: null })).codes).toBeUndefined();
  });

  it('name the place and not the value', async () => {
    const variables = { v: { and: [{ ids: ['SECRET\0'] }] } };
    const { errors } = await inProcessExecutor(notesSubgraph()).execute(
      parse('query ($v: Filter) { search(filter: $v) }'),
      variables,
      requestOf(alice),
    );
    expect(errors?.[0]?.message).toBe('filter.and.0.ids.0 must not contain the character U+0000');
    expect(errors?.[0]?.extensions['argument']).toEqual(['filter', 'and', '0', 'ids', '0']);
  });
});
