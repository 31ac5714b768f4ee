import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import type { FetchNode, RequiredSelection } from '../../query-plan.ts';
import { type Absences, isLackedByAbsence, noteAbsence } from '../absence.ts';
import type { ExecutionContext } from '../context.ts';
import type { DataObject } from '../own-property.ts';
import { takeEntityAbsences } from './entity-absence.ts';

const operation =
  'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Book { parcels odd: tax } } }';
const requires: readonly RequiredSelection[] = [
  { kind: 'InlineFragment', typeCondition: 'Book', selections: ['__typename', 'upc', 'weight'].map((name) => ({ kind: 'Field', name })) },
];
const outputRewrites: FetchNode['outputRewrites'] = [{ kind: 'KeyRenamer', path: ['... on Book', 'odd'], renameKeyTo: 'tax' }];
const fetch: FetchNode = { kind: 'Fetch', serviceName: 'stock', operation, operationKind: 'query', requires, outputRewrites };
const take = takeEntityAbsences(fetch, parse(operation));

const contextOf = (absences: Absences) => ({ absences }) as ExecutionContext;
const book = (rest: DataObject = {}): DataObject => ({ __typename: 'Book', upc: 'b1', ...rest });
const lackedBy = (absences: Absences, target: DataObject) =>
  ['parcels', 'tax', 'odd', 'title'].filter((field) => isLackedByAbsence(absences, target, field));

describe('takeEntityAbsences', () => {
  it('notes every place of a thing that is answered with null, under the names that clients know', () => {
    const absences: Absences = new Map();
    const [gone, again, there] = [book(), book(), book()];
    const items = [[gone, again], [there]].map((targets) => ({ representation: {}, text: '', targets }));
    take.ofAnswer(contextOf(absences), [null, { parcels: 1 }], items, new Set());
    expect([gone, again, there].map((target) => lackedBy(absences, target))).toEqual([['parcels', 'tax'], ['parcels', 'tax'], []]);
  });

  it('notes nothing that an error explains', () => {
    const absences: Absences = new Map();
    const items = [{ representation: {}, text: '', targets: [book()] }];
    take.ofAnswer(contextOf(absences), [null], items, new Set(items));
    take.ofAnswer(contextOf(absences), [null], items, new Set([undefined]));
    expect(absences.size).toBe(0);
  });

  it.each<[string, DataObject, string, readonly string[]]>([
    ['lacks what is required', book(), 'weight', ['parcels', 'tax']],
    ['has what is required', book({ weight: null }), 'weight', []],
    ['lacks something else', book(), 'title', ['title']],
  ])('counts a thing as absent here too when it is absent elsewhere and %s', (_, target, field, expected) => {
    const absences: Absences = new Map();
    noteAbsence(absences, target, new Set([field]));
    take.ofTargets(contextOf(absences), [target, book()]);
    expect(lackedBy(absences, target)).toEqual(expected);
    expect(absences.size).toBe(1);
  });
});
