import { GraphQLError } from 'graphql';
import { byteBoundedCache } from './byte-bounded-cache.ts';
import { prepare, type PreparationTools } from './prepare.ts';
import type { Preparation } from './prepared.ts';

const MIB = 1024 * 1024;
const MAX_PREPARED_BYTES = 60 * MIB;
/** Refused documents have a room of their own, so that a flood of them cannot push out what clients use. */
const MAX_REFUSED_BYTES = 4 * MIB;
/** Heap bytes of a prepared operation for each character of its text: 34 measured on the contract's documents, and room for its plan. */
const PREPARED_BYTES_PER_CHARACTER = 60;
/** Heap bytes of what surrounds a refused text: at most twenty errors. */
const REFUSED_OVERHEAD_BYTES = 4 * 1024;

/** A document that clients use. */
export interface UsedDocument {
  readonly text: string;
  readonly operationName: string | undefined;
}

/** Operations of one supergraph by their text, prepared once. */
export interface PreparedOperations {
  /** At once when it is there; else one preparation for all who ask at the same time. */
  get(text: string, operationName: string | undefined): Preparation | Promise<Preparation>;
  /** The documents that were used most since they were prepared, the most used first. @param count how many at most */
  hottest(count: number): readonly UsedDocument[];
}

interface Kept extends UsedDocument {
  readonly preparation: Preparation;
  uses: number;
}

/** The name's length goes first, so that no text can pass for a name and a text. */
const keyOf = (text: string, name: string | undefined): string => `${name?.length ?? ''}:${name ?? ''}${text}`;

/** Makes the cache of one supergraph; it is dropped with it. */
export function preparedOperations(tools: PreparationTools): PreparedOperations {
  const prepared = byteBoundedCache<Kept>(MAX_PREPARED_BYTES);
  const refused = byteBoundedCache<Preparation>(MAX_REFUSED_BYTES);
  const inFlight = new Map<string, Promise<Preparation>>();
  /** What the machine has no time for now is refused now, and tried again for the next who asks. */
  const notNow = (error: unknown): Preparation => {
    if (error instanceof GraphQLError) return { ok: false, errors: [error.toJSON()] };
    throw error;
  };
  const prepareOnce = async (key: string, { text, operationName }: UsedDocument): Promise<Preparation> => {
    const preparation = await prepare(tools, text, operationName);
    if (preparation.ok) prepared.set(key, { preparation, text, operationName, uses: 1 }, key.length * PREPARED_BYTES_PER_CHARACTER);
    else refused.set(key, preparation, key.length + REFUSED_OVERHEAD_BYTES);
    return preparation;
  };
  return {
    get(text, operationName) {
      const key = keyOf(text, operationName);
      const known = prepared.get(key);
      if (known) {
        known.uses += 1;
        return known.preparation;
      }
      const knownToBeBad = refused.get(key);
      if (knownToBeBad) return knownToBeBad;
      const running = inFlight.get(key);
      if (running) return running;
      const preparation = prepareOnce(key, { text, operationName })
        .catch(notNow)
        .finally(() => inFlight.delete(key));
      inFlight.set(key, preparation);
      return preparation;
    },
    hottest: (count) => [...prepared.values()].toSorted((one, other) => other.uses - one.uses).slice(0, count),
  };
}
