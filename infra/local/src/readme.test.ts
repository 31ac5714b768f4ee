import { readFileSync } from 'node:fs';
import { buildSchema, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';

const root = new URL('../../../', import.meta.url);
const readme = readFileSync(new URL('README.md', root), 'utf8');
const publicSchema = buildSchema(readFileSync(new URL('schema/public.graphql', root), 'utf8'));
const operations = Array.from(readme.matchAll(/```graphql\n([\s\S]*?)```/g), ([, text]) => text!);

describe('the operations of the README', () => {
  it('are there to be copied', () => {
    expect(operations.length).toBeGreaterThan(5);
  });

  it.each(operations)('work with the schema: %#', (operation) => {
    expect(validate(publicSchema, parse(operation)).map(({ message }) => message)).toEqual([]);
  });
});
