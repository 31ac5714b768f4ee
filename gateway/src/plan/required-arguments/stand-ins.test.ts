import { parse, print } from 'graphql';
import { describe, expect, it } from 'vitest';
import { standIns } from './stand-ins.ts';

const supergraph = (first: string, second: string) =>
  parse(`
    enum join__Graph { A @join__graph(name: "a", url: "") B @join__graph(name: "b", url: "") }
    type Box @join__type(graph: A, key: "id") @join__type(graph: B, key: "id") {
      id: ID!
      size(unit: Unit): Int @join__field(graph: A) @join__field(graph: B, external: true)
      first: Int @join__field(graph: B, requires: "${first}")
      second: Int @join__field(graph: B, requires: "${second}")
    }`);

describe('standIns', () => {
  it('gives each way in which a field is required a field of its own, and marks none external that is not needed', () => {
    const found = standIns(supergraph('size(unit: CM)', 'id size(unit: MM)'));
    expect([...(found?.byName.keys() ?? [])]).toEqual(['size_required_0', 'size_required_1']);
    const fields = print(found!.supergraph)
      .match(/^ {2}\w.*$/gm)
      ?.filter((line) => !line.includes('join__graph'));
    expect(fields).toEqual([
      '  id: ID!',
      '  size(unit: Unit): Int @join__field(graph: A)',
      '  size_required_0: Int @join__field(graph: A) @join__field(graph: B, external: true)',
      '  size_required_1: Int @join__field(graph: A) @join__field(graph: B, external: true)',
      '  first: Int @join__field(graph: B, requires: "size_required_0")',
      '  second: Int @join__field(graph: B, requires: "id size_required_1")',
    ]);
  });

  it('leaves the way without arguments where it is', () => {
    const found = standIns(supergraph('size', 'size(unit: MM)'));
    expect([...(found?.byName.keys() ?? [])]).toEqual(['size_required_0']);
    expect(print(found!.supergraph)).toContain('size(unit: Unit): Int @join__field(graph: A) @join__field(graph: B, external: true)');
  });

  it('changes nothing where all require a field alike', () => {
    expect(standIns(supergraph('size(unit: CM)', 'size(unit: CM) id'))).toBeUndefined();
    expect(standIns(parse('type Query { a: Int }'))).toBeUndefined();
  });
});
