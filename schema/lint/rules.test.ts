import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { lintSchema } from './rules.ts';

/** Findings of a subgraph made of the given SDL, as `place (rule)`. */
const findings = (...sdl: string[]) =>
  lintSchema(sdl.map((text, index) => ({ name: `s${index}`, document: parse(text) }))).map(({ place, rule }) => `${place} (${rule})`);

describe('the schema lint', () => {
  it('accepts what follows the house rules', () => {
    expect(
      findings(`
        "Nothing." type Query { "A thing." thing("Its id." id: ID!): Thing @access(level: "PUBLIC") }
        "A thing." type Thing @key(fields: "id") @access(level: "PUBLIC") { "Its id." id: ID! }
      `),
    ).toEqual([]);
  });

  it('wants access on every root field and every entity', () => {
    expect(findings('type Query { "x" a: Int } "x" type T @key(fields: "id") { "x" id: ID! }')).toEqual([
      'Query.a (access-declared)',
      'T.T (access-declared)',
    ]);
  });

  it.each([
    ['an unknown level', '@access(level: "ANYBODY")'],
    ['OWNER without a rule', '@access(level: "OWNER")'],
    ['STAFF without a scope', '@access(level: "STAFF")'],
    ['a rule that nobody asks', '@access(level: "PUBLIC", rule: "x")'],
  ])('refuses %s', (_what, access) => {
    expect(findings(`type Query { "x" a: Int ${access} }`)).toEqual(['Query.a (access-declared)']);
  });

  it('refuses a field that loosens its type and an internal field that clients see', () => {
    expect(
      findings(
        '"x" type T @key(fields: "id") @access(level: "STAFF", scopes: ["a"]) { "x" id: ID! @access(level: "PUBLIC") "x" owner: ID @access(level: "INTERNAL") }',
      ),
    ).toEqual(['T.id (access-tightens)', 'T.owner (access-tightens)']);
  });

  it('refuses two opinions on one type', () => {
    const type = (level: string) => `"x" type T @key(fields: "id") @access(level: "${level}") { "x" id: ID! }`;
    expect(findings(type('PUBLIC'), type('VIEWER'))).toEqual(['T (access-agrees)']);
  });

  it('refuses a non-null field on somebody else’s entity', () => {
    const type = (field: string) => `"x" type T @key(fields: "id") @access(level: "PUBLIC") { "x" id: ID! ${field} }`;
    expect(findings(type('"x" name: String!'), type('"x" likes: Int!'))).toEqual(['T.likes (contributed-nullable)']);
  });

  it('wants @viewer on what depends on the viewer', () => {
    expect(findings('"x" type T { "x" viewerHasLiked: Boolean }')).toEqual(['T.viewerHasLiked (viewer-marked)']);
  });

  it('wants a description on everything, short enough for a tooltip', () => {
    expect(findings(`type T { "${'x'.repeat(101)}" a("" b: Int): Int }`)).toEqual([
      'T (descriptions)',
      'T.a (descriptions)',
      'T.a.b (descriptions)',
    ]);
  });

  it('wants to know how long a text may be', () => {
    expect(findings('"x" input NameInput { "The name." name: String "The body, at most 5 characters." body: String }')).toEqual([
      'NameInput.name (text-lengths)',
    ]);
  });

  it('wants connections with their shape, their arguments and their slices', () => {
    expect(findings('"x" type TConnection { "x" nodes: [Int!]! } "x" type T { "x" ts("x" first: Int): TConnection }')).toEqual([
      'TConnection (connections)',
      'T.ts (connections)',
    ]);
  });

  it('wants a size on a list of objects', () => {
    expect(findings('"x" type T { "x" others: [T!]! }')).toEqual(['T.others (list-sizes)']);
  });

  it('wants one input and one payload on a mutation', () => {
    const mutation = (field: string) => `type Mutation { "x" ${field} @access(level: "PUBLIC") } "x" type LikePayload { "x" a: Int }`;
    expect(findings(mutation('like("x, 3" id: ID!): LikePayload!'))).toEqual(['Mutation.like (mutations)']);
    expect(findings(mutation('like: LikePayload'))).toEqual(['Mutation.like (mutations)']);
    expect(findings(mutation('like: LikePayload!'))).toEqual(['Mutation.like (mutations)']);
  });

  it('refuses names, directives and deprecations that break the rules', () => {
    expect(findings('"x" type t { "x" A: Int @cacheTag "x" b: Int @deprecated(reason: "old") } "x" enum E { "x" a }')).toEqual([
      't.b (deprecations)',
      'A (forbidden-directives)',
      't (naming)',
      't.A (naming)',
      'E.a (naming)',
    ]);
  });

  it('refuses a type without a key in two subgraphs', () => {
    expect(findings('"x" type T { "x" a: Int }', '"x" type T { "x" a: Int }')).toEqual(['T (single-home)']);
  });
});
