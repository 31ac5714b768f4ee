import { type Clock, systemClock } from '@veza/kernel';
import { randomUUID } from 'node:crypto';
import { writeRequestHeaders } from '../serve/request-headers.ts';
import { type EntityLookup, EntityLookupFailed } from './entity-lookup.ts';
import { type LookupAnswer, lookedUp } from './lookup-answer.ts';
import { LOOKUP_DEADLINE_MS, lookupRequest } from './lookup-request.ts';

/** Where a subgraph is, and with which right it is asked. */
export interface HttpLookupOptions {
  /** The subgraph's GraphQL door, e.g. `http://127.0.0.1:4003/graphql`. */
  readonly url: string;
  /** An internal token of a service for that subgraph. */
  readonly token: () => Promise<string>;
  readonly clock?: Clock;
}

/** Looks up entities of a subgraph of another process. Tried once: the projection that misses asks again when it is read again. */
export function httpEntityLookup({ url, token, clock = systemClock }: HttpLookupOptions): EntityLookup {
  async function ask(body: string): Promise<LookupAnswer> {
    const now = clock();
    const meta = { requestId: randomUUID(), deadlineAt: now.getTime() + LOOKUP_DEADLINE_MS };
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...writeRequestHeaders(meta, await token(), now) },
        body,
        signal: AbortSignal.timeout(LOOKUP_DEADLINE_MS),
        redirect: 'error',
      });
      return (await response.json()) as LookupAnswer;
    } catch (cause) {
      throw new EntityLookupFailed('the subgraph could not be asked', { cause });
    }
  }
  return {
    async findMany(type, ids, selection) {
      return lookedUp(await ask(JSON.stringify(lookupRequest(type, ids, selection))), ids.length);
    },
  };
}
