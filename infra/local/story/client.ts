import { clientDocuments } from '@veza/schema';
import { print } from 'graphql';
import { createClient, type Client } from 'graphql-ws';
import { WebSocket } from 'ws';

/** The answer to an operation, as GraphQL has it. */
export interface Answer {
  readonly data?: Record<string, never> | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions?: { readonly code?: string };
  }[];
}

/** What a person's device does: it knows the documents of the mobile app, and sends them with its token. */
export interface AppClient {
  /** Sends one of the app's documents by name over HTTP. */
  send(document: string, variables?: Record<string, unknown>): Promise<Answer>;
  /** Like `send`, but answers the data and throws on any error or `userErrors`. */
  data<T = Record<string, never>>(document: string, variables?: Record<string, unknown>): Promise<T>;
  /** Follows one of the app's subscriptions. Ends with the stream, or when the consumer breaks off. */
  follow(document: string, variables?: Record<string, unknown>): AsyncIterableIterator<Answer>;
  readonly token: string | undefined;
  readonly url: string;
  close(): Promise<void>;
}

const documents = new Map(clientDocuments().map(({ name, document }) => [name, print(document)]));

/** The text of one of the app's documents. */
export function documentText(name: string): string {
  const text = documents.get(name);
  if (text === undefined) throw new Error(`the app has no document ${name}`);
  return text;
}

function refusals(data: object): readonly unknown[] {
  return Object.values(data).flatMap((payload: { userErrors?: readonly unknown[] } | null) => payload?.userErrors ?? []);
}

/**
 * A client of a running server, through public interfaces only.
 * @param url origin of the server, e.g. `http://localhost:4000`
 * @param token access token of the person; none for somebody who is not signed in
 */
export function appClient(url: string, token?: string): AppClient {
  let sockets: Client | undefined;
  const authorization = token === undefined ? undefined : `Bearer ${token}`;

  const send = async (document: string, variables: Record<string, unknown> = {}): Promise<Answer> => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/graphql-response+json',
        ...(authorization ? { authorization } : {}),
      },
      body: JSON.stringify({ query: documentText(document), operationName: document, variables }),
    });
    return (await response.json()) as Answer;
  };

  return {
    url,
    token,
    send,
    async data<T>(document: string, variables?: Record<string, unknown>) {
      const answer = await send(document, variables);
      const problems = [...(answer.errors ?? []), ...refusals(answer.data ?? {})];
      if (problems.length > 0) throw new Error(`${document}: ${JSON.stringify(problems)}`);
      return answer.data as T;
    },
    follow(document, variables = {}) {
      sockets ??= createClient({
        url: `${url.replace('http', 'ws')}/graphql`,
        webSocketImpl: WebSocket,
        lazy: true,
        retryAttempts: 0,
        ...(authorization ? { connectionParams: { authorization } } : {}),
      });
      return sockets.iterate({ query: documentText(document), operationName: document, variables }) as AsyncIterableIterator<Answer>;
    },
    async close() {
      await sockets?.dispose();
    },
  };
}
