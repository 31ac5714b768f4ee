import { serviceCaller } from '@veza/auth';
import { type Clock, systemClock } from '@veza/kernel';
import { type DocumentNode, parse } from 'graphql';
import { randomUUID } from 'node:crypto';
import { type InProcessExecutor, inProcessExecutor } from '../execution/in-process-executor.ts';
import type { Subgraph } from '../subgraph.ts';
import type { EntityLookup } from './entity-lookup.ts';
import { lookedUp } from './lookup-answer.ts';
import { LOOKUP_DEADLINE_MS, lookupRequest } from './lookup-request.ts';

/** Who looks, and by which clock. */
export interface InProcessLookupOptions {
  /** Name of the asking part of the platform. */
  readonly service?: string;
  readonly clock?: Clock;
}

/**
 * Looks up entities of a subgraph of this process, through its schema like everybody else.
 * @param subgraph asked for at the first look-up, because subgraphs may know each other both ways
 */
export function inProcessEntityLookup(
  subgraph: () => Subgraph,
  { service = 'entity-lookup', clock = systemClock }: InProcessLookupOptions = {},
): EntityLookup {
  let executor: InProcessExecutor | undefined;
  // As many as there are selections in the code that looks.
  const documents = new Map<string, DocumentNode>();
  const documentOf = (query: string): DocumentNode => {
    const document = documents.get(query) ?? parse(query);
    documents.set(query, document);
    return document;
  };
  return {
    async findMany(type, ids, selection) {
      executor ??= inProcessExecutor(subgraph(), clock);
      const { query, variables } = lookupRequest(type, ids, selection);
      const answer = await executor.execute(
        documentOf(query),
        { ...variables },
        {
          caller: serviceCaller(service),
          requestId: randomUUID(),
          deadlineAt: clock().getTime() + LOOKUP_DEADLINE_MS,
          signal: AbortSignal.timeout(LOOKUP_DEADLINE_MS),
        },
      );
      return lookedUp(answer, ids.length);
    },
  };
}
