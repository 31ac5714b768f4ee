import { describe, expect, it } from 'vitest';
import type { SubgraphAnswer } from '../../../transport/port.ts';
import { divideEntities } from './divide-entities.ts';

const about = (index: number) => ({ message: `about ${index}`, path: ['_entities', index, 'name'] });

describe('an answer to several who asked together', () => {
  it('gives each its own things in its own order, and nobody an object of another', () => {
    const [a, b] = [{ id: 'a', tags: ['x'] }, { id: 'b' }];
    const [one, other] = divideEntities({ data: { _entities: [a, b] } }, [[0], [1, 0]], 2);
    expect(one).toEqual({ data: { _entities: [a] } });
    expect(other).toEqual({ data: { _entities: [b, a] } });
    const second = (other!.data!['_entities'] as readonly unknown[])[1];
    expect(second).not.toBe(a);
    expect((second as typeof a).tags).not.toBe(a.tags);
  });

  it('gives each its own errors at its own positions, and all those about the call', () => {
    const answer: SubgraphAnswer = { data: { _entities: [null, {}, null] }, errors: [about(0), about(2), { message: 'call' }] };
    const [one, other, third] = divideEntities(answer, [[2], [1], [0, 2]], 3);
    expect(one!.errors).toEqual([{ message: 'about 2', path: ['_entities', 0, 'name'] }, { message: 'call' }]);
    expect(other!.errors).toEqual([{ message: 'call' }]);
    expect(third!.errors).toEqual([about(0), { message: 'about 2', path: ['_entities', 1, 'name'] }, { message: 'call' }]);
    expect(divideEntities({ ...answer, errors: [about(0)] }, [[1]], 3)).toEqual([{ data: { _entities: [{}] } }]);
  });

  it.each([
    ['is missing', null],
    ['has another length', { _entities: [{}] }],
    ['is no list', { _entities: {} }],
  ])('gives everybody nothing when the list %s, and says why', (_, data) => {
    const [one, other] = divideEntities({ data, errors: [about(1)] }, [[0], [1]], 2);
    expect(one).toEqual({ data: null, errors: [{ message: 'about 1' }] });
    expect(other).toEqual({ data: null, errors: [{ message: 'about 1', path: ['_entities', 0, 'name'] }] });
  });
});
