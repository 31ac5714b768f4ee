import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { rootFields } from './root-fields.ts';

const supergraph = (head: string) =>
  parse(`
  schema ${head} { query: Root subscription: Live }
  enum join__Graph { A @join__graph(name: "people", url: "") B @join__graph(name: "notes", url: "") }
  type Root @join__type(graph: A) @join__type(graph: B) {
    both: Int @access(level: "PUBLIC")
    one: Int @join__field(graph: B) @access(level: "STAFF", scopes: ["audit:read"])
    moved: Int @join__field(graph: A, override: "b") @join__field(graph: B, usedOverridden: true)
  }
  type Live @join__type(graph: A) { ticks: Int }`);
const ACCESS = '@link(url: "https://veza.dev/access/v1.0", import: ["@access"])';

describe('rootFields', () => {
  it('finds who answers a field and who may ask it', () => {
    const fields = rootFields(supergraph(ACCESS)).map(({ kind, name, access, subgraphs }) => ({
      kind,
      name,
      level: access?.level,
      subgraphs,
    }));
    expect(fields).toEqual([
      { kind: 'query', name: 'both', level: 'PUBLIC', subgraphs: ['people', 'notes'] },
      { kind: 'query', name: 'one', level: 'STAFF', subgraphs: ['notes'] },
      { kind: 'query', name: 'moved', level: undefined, subgraphs: ['people'] },
      { kind: 'subscription', name: 'ticks', level: undefined, subgraphs: ['people'] },
    ]);
  });

  it('does not read an @access that somebody else means', () => {
    expect(rootFields(supergraph('')).every(({ access }) => access === undefined)).toBe(true);
  });
});
