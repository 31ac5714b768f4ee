import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { print } from 'graphql';
import { clientDocuments } from './operations.ts';

/** A document of our own clients. */
export interface TrustedDocument {
  readonly name: string;
  /** The operation with exactly the fragments it needs, as graphql-js prints it. */
  readonly text: string;
}

const idOf = (text: string): string => `sha256:${createHash('sha256').update(text).digest('hex')}`;

/** Text of `documents.json`: the documents of our clients by the ids that they send for them, those of unfinished areas included. */
export function documentManifest(): string {
  const entries = clientDocuments().map(({ name, document }) => {
    const body = print(document);
    return [idOf(body), { name, body }] as const;
  });
  return `${JSON.stringify(Object.fromEntries(entries), undefined, 2)}\n`;
}

/** The documents that clients may ask for by id, by their ids: `sha256:` and 64 hex digits. */
export function trustedDocuments(): ReadonlyMap<string, TrustedDocument> {
  const manifest = JSON.parse(readFileSync(new URL('documents.json', import.meta.url), 'utf8')) as Readonly<
    Record<string, { readonly name: string; readonly body: string }>
  >;
  return new Map(Object.entries(manifest).map(([id, { name, body }]) => [id, { name, text: body }]));
}
