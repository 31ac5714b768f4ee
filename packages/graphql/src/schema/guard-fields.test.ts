import { ANONYMOUS, serviceCaller, viewerId } from '@veza/auth';
import { describe, expect, it } from 'vitest';
import { alice, asker, bob, moderator, type Note, type NotesOptions } from '../../test/notes-subgraph.ts';

const ask = asker();

describe('@access on root fields', () => {
  it.each([
    ['mine', ANONYMOUS, 'UNAUTHENTICATED'],
    ['mine', serviceCaller('tests'), 'FORBIDDEN'],
    ['mine', alice, undefined],
    ['reported', ANONYMOUS, 'UNAUTHENTICATED'],
    ['reported', alice, 'FORBIDDEN'],
    ['reported', moderator, undefined],
    ['internal', alice, 'FORBIDDEN'],
    ['internal', moderator, 'FORBIDDEN'],
    ['internal', ANONYMOUS, 'FORBIDDEN'],
    ['internal', serviceCaller('tests'), undefined],
  ] as const)('decides %s for %o', async (field, caller, code) => {
    expect((await ask(`{ ${field} }`, caller)).codes).toEqual(code === undefined ? undefined : [code]);
  });

  it('keeps a refused mutation from running', async () => {
    const written: string[] = [];
    const askOwn = asker({ onWrite: (text) => written.push(text) });
    await askOwn('mutation { write(text: "hello") }', ANONYMOUS);
    expect(written).toEqual([]);
    await askOwn('mutation { write(text: "hello") }');
    expect(written).toEqual(['hello']);
  });
});

describe('@access on types', () => {
  it('shows an entity to its owner and to nobody else', async () => {
    expect(await ask('{ note(id: "note_alice") { text } }')).toEqual({ data: { note: { text: 'hers' } }, codes: undefined });
    expect(await ask('{ note(id: "note_alice") { text } }', bob)).toEqual({ data: { note: null }, codes: ['FORBIDDEN'] });
    expect(await ask('{ note(id: "note_alice") { text } }', ANONYMOUS)).toEqual({ data: { note: null }, codes: ['UNAUTHENTICATED'] });
  });

  it('holds behind unions and interfaces too', async () => {
    expect(await ask('{ found(name: "note_bob") { ... on Node { id } } }')).toEqual({ data: { found: null }, codes: ['FORBIDDEN'] });
    expect(await ask('{ found(name: "blue") { ... on Node { id } } }')).toEqual({ data: { found: { id: 'label_1' } }, codes: undefined });
  });

  it('lets a field tighten what its type allows, never loosen it', async () => {
    expect(await ask('{ note(id: "note_alice") { text reports } }')).toEqual({
      data: { note: { text: 'hers', reports: null } },
      codes: ['FORBIDDEN'],
    });
    expect((await ask('{ note(id: "note_alice") { reports } }', moderator)).codes).toEqual(['FORBIDDEN']);
    expect(await ask('{ label { name hint } }', ANONYMOUS)).toEqual({
      data: { label: { name: 'blue', hint: null } },
      codes: ['UNAUTHENTICATED'],
    });
  });

  it('leaves a reference to another subgraph alone, whatever its owner demands', async () => {
    expect(await ask('{ track { id } }', ANONYMOUS)).toEqual({ data: { track: { id: 'track_1' } }, codes: undefined });
  });

  it('asks a rule once for each entity of a request', async () => {
    let asked = 0;
    const rules: NotesOptions['rules'] = {
      'room.view': 'use-case',
      'note.owner': (note: Note, { caller }) => {
        asked += 1;
        return note.ownerId === viewerId(caller);
      },
    };
    await asker({ rules })('{ note(id: "note_alice") { id text writtenAt again: text } }');
    expect(asked).toBe(1);
  });
});
