import { describe, expect, it } from 'vitest';
import { type Absences, absentThingAbove, isLackedByAbsence, noteAbsence } from './absence.ts';
import type { DataObject } from './own-property.ts';

const author: DataObject = { __typename: 'User', id: 'u1', address: { city: 'Oslo' } };
const data = { reviews: [{ id: 'r0' }, { id: 'r1', author }] } as DataObject;
const at = (...rest: readonly string[]) => ['reviews', 1, 'author', ...rest];

function absencesOf(...sets: readonly (readonly string[])[]): Absences {
  const absences: Absences = new Map();
  for (const fields of sets) noteAbsence(absences, author, new Set(fields));
  return absences;
}

describe('absentThingAbove', () => {
  it('finds the thing by a field that it lacks', () => {
    expect(absentThingAbove(at('name'), data, absencesOf(['name']))).toEqual(at());
  });

  it('finds it from a part of a value that several subgraphs put together', () => {
    expect(absentThingAbove(at('address', 'street'), data, absencesOf(['address']))).toEqual(at());
  });

  it.each([
    ['a field that another subgraph answers', at('karma')],
    ['another thing of the list', ['reviews', 0, 'name']],
    ['the edge to it', at()],
    ['a name that every object answers to', at('constructor')],
  ])('does not explain %s', (_, path) => {
    expect(absentThingAbove(path, data, absencesOf(['name']))).toBeUndefined();
  });

  it('prefers the innermost of two', () => {
    const absences = absencesOf(['name']);
    noteAbsence(absences, (data['reviews'] as DataObject[])[1]!, new Set(['author']));
    expect(absentThingAbove(at('name'), data, absences)).toEqual(at());
    expect(absentThingAbove(at('role'), data, absences)).toEqual(['reviews', 1]);
  });
});

describe('isLackedByAbsence', () => {
  it('knows the fields of every subgraph that does not have the thing', () => {
    const absences = absencesOf(['name'], ['karma']);
    expect(['name', 'karma', 'role'].map((field) => isLackedByAbsence(absences, author, field))).toEqual([true, true, false]);
  });
});
