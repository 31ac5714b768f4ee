import type { AccessTokenVerifier } from '@veza/auth';
import { accessSelfTest, type SelfTestOptions } from './self-test.ts';
import type { ServedSupergraph } from './served-supergraph.ts';
import { serveSupergraph, type ServingTools } from './serve-supergraph.ts';

/** What a supergraph goes through before it takes the place of another. */
export interface PrepareOptions extends Omit<SelfTestOptions, 'state' | 'transports'> {
  readonly tools: ServingTools;
  /** Without one no caller is known, so nothing can be refused and the access self-test is left out. */
  readonly verifier?: AccessTokenVerifier;
}

/** Documents that are planned ahead, so that the swap is not followed by a queue before the planner. */
const PLANNED_AHEAD = 50;
/** For subgraphs that cannot be reached just now to show that they refuse. Milliseconds. */
const SELF_TEST_MS = 30_000;

async function planHottest({ operations }: ServedSupergraph, present: ServedSupergraph, signal: AbortSignal): Promise<void> {
  for (const { text, operationName } of present.operations.hottest(PLANNED_AHEAD)) {
    if (signal.aborted) return;
    const preparation = await operations.get(text, operationName);
    // What is not valid any more, or cannot be planned, is told to whoever asks for it next.
    if (preparation.ok) await preparation.prepared.plan().catch(() => undefined);
  }
}

async function checkAccess(served: ServedSupergraph, { verifier, tools: _tools, ...options }: PrepareOptions): Promise<void> {
  if (!verifier) return;
  const signal = AbortSignal.any([options.signal, AbortSignal.timeout(SELF_TEST_MS)]);
  const { state, transports } = served;
  if (await accessSelfTest({ ...options, state, transports, signal })) return;
  throw new Error('a subgraph gives to nobody in particular what is not PUBLIC, or could not be asked');
}

/**
 * Builds a supergraph, plans the documents that are used most and asks the subgraphs whether they refuse what they have to.
 * Rejects, and leaves nothing behind, when it is not fit to be served.
 */
export async function prepareReload(sdl: string, present: ServedSupergraph, options: PrepareOptions): Promise<ServedSupergraph> {
  const served = await serveSupergraph(sdl, options.tools);
  try {
    await served.ready;
    await planHottest(served, present, options.signal);
    await checkAccess(served, options);
    options.signal.throwIfAborted();
    return served;
  } catch (error) {
    await served.close();
    throw error;
  }
}
