import { buildSchema, coerceInputValue, parse, type GraphQLInputType } from 'graphql';
import { describe, expect, it } from 'vitest';
import { checkOwnScalars } from './own-scalars.ts';

const SDL = 'scalar DateTime scalar ByteCount scalar URL scalar Decimal type Query { at(at: DateTime): Int }';
const OURS = 'schema @link(url: "https://veza.dev/access/v1.0", import: ["@access"]) { query: Query }';

/** What becomes of a value of a scalar in a supergraph of which only the links matter. */
function coerced(links: string, scalar: string, value: unknown): unknown {
  const schema = buildSchema(SDL);
  checkOwnScalars(schema, parse(`${links} ${SDL}`));
  return coerceInputValue(value, schema.getType(scalar) as GraphQLInputType, () => undefined);
}

describe('our scalars', () => {
  it.each([
    ['DateTime', '2026-01-31T09:30:00+02:00'],
    ['ByteCount', '12'],
    ['ByteCount', 12],
    ['Decimal', '1.50'],
  ])('%s hands %s on as it came', (scalar, value) => {
    expect(coerced(OURS, scalar, value)).toBe(value);
  });

  it.each([
    ['DateTime', 'today'],
    ['ByteCount', -1],
    ['Decimal', 1.5],
    ['Decimal', '9'.repeat(2_000_000)],
  ])('%s refuses what it refuses everywhere', (scalar, value) => {
    expect(coerced(OURS, scalar, value)).toBeUndefined();
  });

  it('leaves addresses to the subgraph that knows its own', () => {
    expect(coerced(OURS, 'URL', 'http://localhost:4000/m/1')).toBe('http://localhost:4000/m/1');
  });

  it('mean nothing in the supergraph of somebody else', () => {
    expect(coerced('schema { query: Query }', 'DateTime', 'today')).toBe('today');
  });
});
