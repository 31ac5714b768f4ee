import { EntityLookupFailed, type LookedUp } from './entity-lookup.ts';

/** One error of an answer, as far as a look-up looks at it. */
interface LookupError {
  readonly message: string;
  readonly path?: readonly (string | number)[] | undefined;
  readonly extensions?: Readonly<Record<string, unknown>> | undefined;
}

/** An answer to a look-up, from wherever it came. */
export interface LookupAnswer {
  readonly data?: unknown;
  readonly errors?: readonly LookupError[] | undefined;
}

const HIDDEN: ReadonlySet<unknown> = new Set(['FORBIDDEN', 'UNAUTHENTICATED', 'NOT_FOUND']);

/** Whether an error only says that one entity is not shown: its place is null, as for an absent one. */
const hidesOne = ({ path, extensions }: LookupError) => path?.length === 2 && path[0] === '_entities' && HIDDEN.has(extensions?.['code']);

/** The entities of an answer, in the order asked. @throws EntityLookupFailed for errors that are about more than one entity, and for a malformed answer */
export function lookedUp({ data, errors }: LookupAnswer, count: number): LookedUp {
  const failure = errors?.find((error) => !hidesOne(error));
  if (failure) throw new EntityLookupFailed(`the subgraph answered: ${failure.message}`);
  const entities = typeof data === 'object' && data !== null ? (data as { readonly _entities?: unknown })._entities : undefined;
  if (!Array.isArray(entities) || entities.length !== count) throw new EntityLookupFailed('the subgraph gave a malformed answer');
  return entities as LookedUp;
}
