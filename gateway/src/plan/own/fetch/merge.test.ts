import { describe, expect, it } from 'vitest';
import type { Json } from '../../../transport/port.ts';
import { deepCopy, mergeInto, type MergeRules } from './merge.ts';
import { type DataObject, emptyObject } from '../own-property.ts';

const parse = (text: string) => JSON.parse(text) as DataObject;

function merge(target: DataObject, source: DataObject, adopt: MergeRules['adopt'] = (value) => value) {
  let mismatches = 0;
  mergeInto(target, source, { onMismatch: () => (mismatches += 1), adopt });
  return mismatches;
}

describe('mergeInto', () => {
  it('merges objects deep, lists by index, and overwrites the rest', () => {
    const target = parse('{"a":{"x":1,"y":[{"p":1},{"p":2}]},"b":1}');
    merge(target, parse('{"a":{"z":3,"y":[{"q":1},null]},"b":null,"c":[1]}'));
    expect(target).toEqual({ a: { x: 1, z: 3, y: [{ p: 1, q: 1 }, null] }, b: null, c: [1] });
  });

  it('keeps what is there and tells when lists differ in length', () => {
    const target = parse('{"a":[1,2]}');
    expect(merge(target, parse('{"a":[1]}'))).toBe(1);
    expect(target).toEqual({ a: [1, 2] });
  });

  it('takes __proto__ and constructor for ordinary keys', () => {
    const target = emptyObject();
    merge(target, parse('{"__proto__":{"isAdmin":true},"constructor":{"a":1}}'));
    merge(target, parse('{"__proto__":{"more":1},"constructor":{"b":2}}'));
    expect(JSON.stringify(target)).toBe('{"__proto__":{"isAdmin":true,"more":1},"constructor":{"a":1,"b":2}}');
    expect(({} as { readonly isAdmin?: boolean }).isAdmin).toBeUndefined();
  });

  it('writes __proto__ as a key into an ordinary object too', () => {
    const target = parse('{"a":1}');
    merge(target, parse('{"__proto__":{"isAdmin":true}}'));
    expect(Object.getPrototypeOf(target)).toBe(Object.prototype);
    expect(JSON.stringify(target)).toBe('{"a":1,"__proto__":{"isAdmin":true}}');
  });

  it('shares nothing with a source that is copied', () => {
    const source = parse('{"a":{"b":[{"c":1}]}}');
    const target = emptyObject();
    merge(target, source, deepCopy);
    merge(target, parse('{"a":{"b":[{"c":2}]}}'));
    expect(source).toEqual({ a: { b: [{ c: 1 }] } });
  });
});

describe('deepCopy', () => {
  it.each(['null', '1', '"x"', '[1,[2,{"a":null}]]', '{"__proto__":[{"constructor":1}]}'])('copies %s', (text) => {
    expect(JSON.stringify(deepCopy(JSON.parse(text) as Json))).toBe(text);
  });
});
