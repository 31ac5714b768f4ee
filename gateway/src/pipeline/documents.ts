import type { Caller } from '@veza/auth';
import { graphqlError } from '@veza/graphql';
import type { GraphQLError } from 'graphql';
import type { OperationRequest } from './context.ts';
import { sha256, type PersistedQueries } from './persisted-queries.ts';

/** Who may send texts of their own: everybody, people who are signed in, or nobody. Documents that are known here everybody may ask for. */
export type DocumentMode = 'open' | 'hybrid' | 'only';

/** A document of our own clients. */
export interface TrustedDocument {
  readonly name: string;
  readonly text: string;
}

/** By their ids: `sha256:` and the hex digest of the text. */
export type TrustedDocuments = ReadonlyMap<string, TrustedDocument>;

/** The document of a request, or why there is none. */
export type FoundDocument =
  | { readonly ok: false; readonly error: GraphQLError }
  | {
      readonly ok: true;
      readonly text: string;
      readonly isTrusted: boolean;
      /** SHA-256 under which the client wants to ask for the text from now on. */
      readonly newHash?: string;
    };

/** Finds the document of a request. */
export type FindDocument = (request: OperationRequest, caller: Caller) => FoundDocument;

/** What documents are found in. */
export interface DocumentOptions {
  readonly mode: DocumentMode;
  readonly trusted: TrustedDocuments;
  readonly persisted: PersistedQueries;
}

const refuse = (error: GraphQLError): FoundDocument => ({ ok: false, error });
const trustedText = ({ text }: TrustedDocument): FoundDocument => ({ ok: true, text, isTrusted: true });

/** Apollo's clients look for this message, and then send the text. */
const NOT_PERSISTED = 'PersistedQueryNotFound';

/**
 * Finds documents by their text, by the id of a trusted one, or by the hash of Apollo's automatic persisted queries, which finds
 * trusted ones too. Fails with PERSISTED_DOCUMENT_NOT_FOUND, PERSISTED_QUERY_NOT_FOUND, DOCUMENT_REQUIRED, and with BAD_REQUEST for
 * a hash that is not the one of the text beside it.
 * @see https://www.apollographql.com/docs/apollo-server/performance/apq
 */
export function documentFinder({ mode, trusted, persisted }: DocumentOptions): FindDocument {
  const takesTexts = (caller: Caller): boolean => mode === 'open' || (mode === 'hybrid' && caller.kind === 'user');

  const byHash = (hash: string, query: string | undefined): FoundDocument => {
    if (query === undefined) {
      const text = persisted.find(hash);
      return text === undefined ? refuse(graphqlError('PERSISTED_QUERY_NOT_FOUND', NOT_PERSISTED)) : { ok: true, text, isTrusted: false };
    }
    if (sha256(query) === hash) return { ok: true, text: query, isTrusted: false, newHash: hash };
    return refuse(graphqlError('BAD_REQUEST', 'The hash of the persisted query is not the one of its text.'));
  };

  return ({ query, documentId, persistedHash }, caller) => {
    const id = documentId ?? (persistedHash === undefined ? undefined : `sha256:${persistedHash}`);
    const known = id === undefined ? undefined : trusted.get(id);
    if (known) return trustedText(known);
    if (documentId !== undefined) return refuse(graphqlError('PERSISTED_DOCUMENT_NOT_FOUND', 'There is no document of that id.'));
    if (!takesTexts(caller)) return refuse(graphqlError('DOCUMENT_REQUIRED', 'A document has to be asked for by its "documentId".'));
    if (persistedHash !== undefined) return byHash(persistedHash, query);
    return { ok: true, text: query ?? '', isTrusted: false };
  };
}
