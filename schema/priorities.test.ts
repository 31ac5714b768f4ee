import { readFileSync } from 'node:fs';
import { buildSchema, OperationTypeNode } from 'graphql';
import { describe, expect, it } from 'vitest';
import { PRIORITISED_FIELDS, rootFieldPriority } from './priorities.ts';

describe('rootFieldPriority', () => {
  it('names only fields that there are', () => {
    const schema = buildSchema(readFileSync(new URL('public.graphql', import.meta.url), 'utf8'));
    const fields = Object.values(OperationTypeNode).flatMap((kind) =>
      Object.keys(schema.getRootType(kind)?.getFields() ?? {}).map((field) => `${kind}.${field}`),
    );
    expect(PRIORITISED_FIELDS.filter((field) => !fields.includes(field))).toEqual([]);
  });

  it('knows what people lose something by, and takes everything else for usual', () => {
    expect(rootFieldPriority(OperationTypeNode.MUTATION, 'sendMessage')).toBe('essential');
    expect(rootFieldPriority(OperationTypeNode.QUERY, 'searchTracks')).toBe('discovery');
    expect(rootFieldPriority(OperationTypeNode.QUERY, 'sendMessage')).toBe('usual');
    expect(rootFieldPriority(OperationTypeNode.SUBSCRIPTION, 'channelEvents')).toBe('usual');
    expect(rootFieldPriority(OperationTypeNode.QUERY, 'constructor')).toBe('usual');
  });
});
