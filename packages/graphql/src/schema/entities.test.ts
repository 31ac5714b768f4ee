import { ANONYMOUS, type Caller, serviceCaller } from '@veza/auth';
import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { alice, asker, moderator, notesSubgraph, requestOf } from '../../test/notes-subgraph.ts';
import { inProcessExecutor } from '../execution/in-process-executor.ts';

const ask = asker();
const typeNames = 'query ($r: [_Any!]!) { _entities(representations: $r) { __typename } }';
const entities = (typeName: string, ids: readonly string[], selection: string, caller: Caller) =>
  ask(`query ($r: [_Any!]!) { _entities(representations: $r) { __typename ... on ${typeName} { ${selection} } } }`, caller, {
    r: ids.map((id) => ({ __typename: typeName, id })),
  });

describe('_entities', () => {
  it('answers in the order asked, with holes for what is absent', async () => {
    const { data, codes } = await entities('Note', ['note_nobody', 'note_alice', 'note_nobody', 'note_alice'], 'id', alice);
    expect(data).toEqual({ _entities: [null, { __typename: 'Note', id: 'note_alice' }, null, { __typename: 'Note', id: 'note_alice' }] });
    expect(codes).toBeUndefined();
  });

  it('refuses single entities and answers the others', async () => {
    const answer = await entities('Note', ['note_bob', 'note_alice'], 'text', alice);
    expect(answer).toEqual({ data: { _entities: [null, { __typename: 'Note', text: 'hers' }] }, codes: ['FORBIDDEN'] });
  });

  it('refuses INTERNAL types to people and shows what use cases do not as absent', async () => {
    expect(await entities('Ledger', ['ledger_1'], 'total', moderator)).toEqual({ data: { _entities: [null] }, codes: ['FORBIDDEN'] });
    expect(await entities('Ledger', ['ledger_1'], 'total', serviceCaller('tests'))).toMatchObject({
      data: { _entities: [{ total: '12.50' }] },
    });
    expect(await entities('Room', ['room_1'], 'id', alice)).toEqual({ data: { _entities: [null] }, codes: undefined });
  });

  it('does not let a tightened field through that the entity type allows', async () => {
    expect(await entities('Label', ['label_1'], 'name hint', ANONYMOUS)).toEqual({
      data: { _entities: [{ __typename: 'Label', name: 'blue', hint: null }] },
      codes: ['UNAUTHENTICATED'],
    });
  });

  it('calls each loader once, with everything of its type', async () => {
    const calls: string[][] = [];
    const loader = (references: readonly { readonly id: string }[]) => {
      calls.push(references.map(({ id }) => id));
      return Promise.resolve(references.map(({ id }) => ({ id, name: id, total: '1' })));
    };
    const askOwn = asker({ entities: { Note: loader, Label: loader, Ledger: loader, Room: loader } });
    const r = ['Label', 'Room', 'Label'].map((typeName, index) => ({ __typename: typeName, id: `${typeName}_${index}` }));
    await askOwn(typeNames, alice, { r });
    expect(calls).toEqual([['Label_0', 'Label_2'], ['Room_1']]);
  });

  it('keeps an object apart that two types share', async () => {
    const shared = { id: 'same', name: 'same', total: '1' };
    const loader = (references: readonly unknown[]) => Promise.resolve(references.map(() => shared));
    const askOwn = asker({ entities: { Note: loader, Label: loader, Ledger: loader, Room: loader } });
    const r = ['Label', 'Room', 'Label', 'Room'].map((typeName) => ({ __typename: typeName, id: 'same' }));
    const { data } = await askOwn(typeNames, alice, { r });
    expect(data).toEqual({ _entities: ['Label', 'Room', 'Label', 'Room'].map((__typename) => ({ __typename })) });
  });

  it('spoils only its own type when a loader fails or miscounts', async () => {
    const good = (references: readonly { readonly id: string }[]) => Promise.resolve(references.map(({ id }) => ({ id, name: id })));
    const bad = () => Promise.reject(new Error('secret'));
    const short = () => Promise.resolve([]);
    const executor = inProcessExecutor(notesSubgraph({ entities: { Note: short, Label: good, Ledger: bad, Room: bad } }));
    const r = ['Label', 'Room', 'Note'].map((typeName) => ({ __typename: typeName, id: 'id' }));
    const { data, errors } = await executor.execute(parse(typeNames), { r }, requestOf(alice));
    expect(data?.['_entities']).toEqual([{ __typename: 'Label' }, null, null]);
    expect(errors?.map(({ extensions, path }) => [extensions['code'], path])).toEqual([
      ['INTERNAL_SERVER_ERROR', ['_entities', 1]],
      ['INTERNAL_SERVER_ERROR', ['_entities', 2]],
    ]);
  });

  it('takes representations that name nothing for absent ones', async () => {
    const r = [
      {},
      { __typename: 'Note' },
      { __typename: 'Nothing', id: '1' },
      { __typename: 'constructor', id: '1' },
      { __typename: 'Note', id: 7 },
      'text',
      { __typename: 'Note', id: 'x'.repeat(65) },
      { __typename: 'Label', id: 'label_1\0' },
    ];
    expect(await ask(typeNames, alice, { r })).toEqual({ data: { _entities: r.map(() => null) }, codes: undefined });
  });
});
