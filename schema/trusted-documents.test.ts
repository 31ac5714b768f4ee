import { createHash } from 'node:crypto';
import { print } from 'graphql';
import { describe, expect, it } from 'vitest';
import { clientDocuments } from './operations.ts';
import { trustedDocuments } from './trusted-documents.ts';

describe('trusted documents', () => {
  const trusted = trustedDocuments();

  it('are the documents of our clients, by the hash of their text', () => {
    expect([...trusted.values()].map(({ name, text }) => [name, text])).toEqual(
      clientDocuments().map(({ name, document }) => [name, print(document)]),
    );
    for (const [id, { text }] of trusted) expect(id).toBe(`sha256:${createHash('sha256').update(text).digest('hex')}`);
  });
});
