import type { Log } from '@veza/telemetry';
import type { GraphQLFormattedError } from 'graphql';
import type { SubgraphAnswer } from '../../../transport/port.ts';
import type { FetchNode } from '../../query-plan.ts';
import type { BatchItem } from './batch.ts';
import type { ExecutionContext } from '../context.ts';
import { isForeign, maskedError } from '../errors.ts';
import { renamedKeys } from './rewrites.ts';
import type { ResponsePath, Targets } from './targets.ts';

/** Places at which one error of an entity is told; further ones would say nothing new. @see gateway.md 4.5 */
const MAX_COPIES = 20;

/**
 * Takes the errors of an `_entities` answer into a run, moved to where the client sees their fields.
 * Answers what they are about; undefined stands for the whole call.
 */
export type TakeEntityErrors = (
  context: ExecutionContext,
  answer: SubgraphAnswer,
  items: readonly BatchItem[],
) => ReadonlySet<BatchItem | undefined>;

const NOTHING: ReadonlySet<undefined> = new Set();

/** The entity that an error is about, with the rest of its path. No item: the error is about the call. */
interface Blamed {
  readonly item: BatchItem | undefined;
  readonly inside: ResponsePath;
  /** Whether nothing of it was answered. */
  readonly isEmpty: boolean;
}

function blamed({ path = [] }: GraphQLFormattedError, { data }: SubgraphAnswer, items: readonly BatchItem[]): Blamed {
  const [root, index, ...inside] = path;
  const item = root === '_entities' && typeof index === 'number' ? items[index] : undefined;
  const entities = data ? data['_entities'] : undefined;
  if (!item) return { item, inside: [], isEmpty: !entities };
  const entity = Array.isArray(entities) ? (entities as readonly unknown[])[Number(index)] : null;
  return { item, inside, isEmpty: entity === null };
}

/** Compiles the error paths of one entity fetch: `["_entities", i, …rest]` becomes the place of every target that entity `i` feeds. */
export function takeEntityErrors(fetch: FetchNode, at: Targets, log: Log): TakeEntityErrors {
  const renamed = renamedKeys(fetch.outputRewrites);

  return ({ data, request, errors, emptied }, answer, items) => {
    const { errors: reported = [] } = answer;
    if (reported.length === 0) return NOTHING;
    const about = new Set<BatchItem | undefined>();
    const located = at.locate(data);
    const { meta } = request;
    const source = { service: fetch.serviceName, requestId: meta.requestId, log, isForeign: isForeign(meta) };
    for (const error of reported) {
      const { item, inside, isEmpty } = blamed(error, answer, items);
      about.add(item);
      const places = item ? item.targets.slice(0, MAX_COPIES).map((target) => located.get(target) ?? at.collapsed) : [at.collapsed];
      if (isEmpty) emptied.push(...places);
      const rest = inside.map((segment) => renamed.get(String(segment)) ?? segment);
      const told = maskedError(error, undefined, source);
      errors.push(...places.map((place) => ({ ...told, path: [...place, ...rest] })));
    }
    return about;
  };
}
