import { readFileSync } from 'node:fs';
import { buildSchema, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { clientDocuments } from './operations.ts';

const publicSchema = buildSchema(readFileSync(new URL('public.graphql', import.meta.url), 'utf8'));
const documents = clientDocuments();

describe('the documents that the mobile app sends', () => {
  it('are all known', () => {
    expect(documents.length).toBe(127);
  });

  it.each(documents.filter(({ isPending }) => !isPending))('$name validates against the public schema', ({ document }) => {
    expect(validate(publicSchema, document).map(({ message }) => message)).toEqual([]);
  });

  it.each(documents.filter(({ isPending }) => isPending))('$name leaves the pending list once it validates', ({ document }) => {
    expect(validate(publicSchema, document)).not.toEqual([]);
  });
});
