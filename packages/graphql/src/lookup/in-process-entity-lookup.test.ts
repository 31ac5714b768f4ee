import { describe, expect, it } from 'vitest';
import { notesSubgraph } from '../../test/notes-subgraph.ts';
import { EntityLookupFailed } from './entity-lookup.ts';
import { inProcessEntityLookup } from './in-process-entity-lookup.ts';
import { lookedUp } from './lookup-answer.ts';

const lookup = inProcessEntityLookup(() => notesSubgraph());

describe('inProcessEntityLookup', () => {
  it('reads what services may read, in the order asked', async () => {
    expect(await lookup.findMany('Ledger', ['ledger_2', 'ledger_1'], 'id total')).toEqual([
      { id: 'ledger_2', total: '12.50' },
      { id: 'ledger_1', total: '12.50' },
    ]);
  });

  it('takes what is not shown to services for absent', async () => {
    expect(await lookup.findMany('Note', ['note_alice'], 'id')).toEqual([null]);
    expect(await lookup.findMany('Label', ['label_1', 'label_2'], 'name')).toEqual([{ name: 'blue' }, null]);
  });

  it('fails when the owner fails, or when the selection is none of its own', async () => {
    const failing = inProcessEntityLookup(() => {
      const loader = () => Promise.reject(new Error('secret'));
      return notesSubgraph({ entities: { Note: loader, Label: loader, Ledger: loader, Room: loader } });
    });
    await expect(failing.findMany('Label', ['label_1'], 'name')).rejects.toBeInstanceOf(EntityLookupFailed);
    await expect(lookup.findMany('Label', ['label_1'], 'nothing')).rejects.toBeInstanceOf(EntityLookupFailed);
  });

  it('meets its subgraph at the first look-up only', async () => {
    let met = 0;
    const late = inProcessEntityLookup(() => ((met += 1), notesSubgraph()));
    expect(met).toBe(0);
    await late.findMany('Label', ['label_1'], 'name');
    await late.findMany('Label', ['label_1'], 'name');
    expect(met).toBe(1);
  });
});

describe('lookedUp', () => {
  it.each([{}, { data: null }, { data: { _entities: [] } }, { data: { _entities: {} } }])('takes %j for malformed', (answer) => {
    expect(() => lookedUp(answer, 1)).toThrow(EntityLookupFailed);
  });
});
