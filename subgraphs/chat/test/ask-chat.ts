import type { Caller } from '@veza/auth';
import { type InProcessExecutor, inProcessExecutor, type RequestMeta } from '@veza/graphql';
import { type DocumentNode, type ExecutionResult, parse } from 'graphql';
import type { ChatSubgraph } from '../src/app.ts';
import { clientDocument } from './client-document.ts';

const executors = new WeakMap<ChatSubgraph, InProcessExecutor>();
const documents = new Map<string, DocumentNode>();

const executorOf = (chat: ChatSubgraph): InProcessExecutor => {
  const executor = executors.get(chat) ?? inProcessExecutor(chat);
  executors.set(chat, executor);
  return executor;
};

/** A client document by its name, or one of the test's own by its text; parsed once. */
const documentOf = (chat: ChatSubgraph, nameOrText: string): DocumentNode => {
  const document = documents.get(nameOrText) ?? parse(/^\w+$/.test(nameOrText) ? clientDocument(nameOrText, chat.schema) : nameOrText);
  documents.set(nameOrText, document);
  return document;
};

const metaOf = (caller: Caller, signal: AbortSignal): RequestMeta => ({
  caller,
  signal,
  requestId: 'test-request',
  deadlineAt: Date.now() + 10_000,
});

/** Who asks what. */
export interface Question {
  /** Name of a client document, or the text of one. */
  readonly document: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly caller: Caller;
}

/** Asks chat as the gateway of the same process does. */
export function askChat(chat: ChatSubgraph, { document, variables = {}, caller }: Question): Promise<ExecutionResult> {
  return executorOf(chat).execute(documentOf(chat, document), variables, metaOf(caller, new AbortController().signal));
}

/** Follows chat as the gateway of the same process does; a refusal is the only answer. */
export async function* followChat(
  chat: ChatSubgraph,
  { document, variables = {}, caller }: Question,
  signal: AbortSignal,
): AsyncGenerator<ExecutionResult, void> {
  const started = await executorOf(chat).subscribe(documentOf(chat, document), variables, metaOf(caller, signal));
  if (Symbol.asyncIterator in started) yield* started;
  else yield started;
}
