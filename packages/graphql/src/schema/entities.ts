import { MAX_ID_LENGTH } from '@veza/kernel';
import { textProblem } from '@veza/guard';
import type { GraphQLFieldResolver, GraphQLTypeResolver } from 'graphql';
import type { SubgraphContext } from '../subgraph.ts';
import type { AccessCheck } from './access-check.ts';

/** How another subgraph names an entity of ours; fields of `@requires` come beside the id. */
export interface EntityReference {
  readonly __typename: string;
  readonly id: string;
}

/** Loads any number of references of one type at once, in the order asked; null for absent or invisible ones. Never throws for one of them. */
export type EntityLoader<Context extends SubgraphContext> = (
  references: readonly EntityReference[],
  context: Context,
) => Promise<readonly (object | null)[]>;

/** One loader for each entity type that the subgraph answers for. */
export type EntityLoaders<Context extends SubgraphContext> = Readonly<Record<string, EntityLoader<Context>>>;

/** What `_entities` holds at one place: an Error becomes null there, with an entry in `errors`. */
type Answer = object | null;

/** `_entities` of one subgraph. */
export interface Entities {
  readonly resolve: GraphQLFieldResolver<unknown, SubgraphContext, { representations: readonly unknown[] }>;
  readonly typeOf: GraphQLTypeResolver<unknown, SubgraphContext>;
}

/** The reference that a representation makes, or undefined when no row could have it. */
function referenceOf(representation: unknown): EntityReference | undefined {
  if (typeof representation !== 'object' || representation === null) return undefined;
  const { __typename: typeName, id } = representation as Partial<Record<keyof EntityReference, unknown>>;
  if (typeof typeName !== 'string' || typeof id !== 'string') return undefined;
  return id.length <= MAX_ID_LENGTH && textProblem(id) === undefined ? (representation as EntityReference) : undefined;
}

/** Remembers which type an object was loaded as; an object that came as two types is copied for the second. */
function typeMarks() {
  const marks = new WeakMap<object, string>();
  return {
    mark(entity: object, typeName: string): object {
      const known = marks.get(entity);
      const own =
        known === undefined || known === typeName ? entity : Object.assign(Object.create(Object.getPrototypeOf(entity) as object), entity);
      marks.set(own, typeName);
      return own;
    },
    typeOf: (entity: unknown) => (typeof entity === 'object' && entity !== null ? marks.get(entity) : undefined),
  };
}

/** Positions in the request, by type. */
function byType(references: readonly (EntityReference | undefined)[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  for (const [index, reference] of references.entries()) {
    if (!reference) continue;
    const known = places.get(reference.__typename);
    if (known) known.push(index);
    else places.set(reference.__typename, [index]);
  }
  return places;
}

/**
 * One batch per type instead of a call per representation. Refused entities are null with an error at their place;
 * a loader that fails spoils only its own type.
 */
export function batchedEntities(loaders: EntityLoaders<SubgraphContext>, checks: ReadonlyMap<string, AccessCheck | undefined>): Entities {
  const marks = typeMarks();
  const loaderOf = new Map(Object.entries(loaders));

  const admitted = (entity: object | null, typeName: string, context: SubgraphContext): Answer => {
    if (entity === null) return null;
    return checks.get(typeName)?.(entity, context) ?? marks.mark(entity, typeName);
  };

  async function load(typeName: string, references: readonly EntityReference[], context: SubgraphContext): Promise<readonly Answer[]> {
    const loader = loaderOf.get(typeName);
    if (!loader) return references.map(() => null);
    try {
      const loaded = await loader(references, context);
      if (loaded.length !== references.length) throw new Error(`the loader of ${typeName} gave ${loaded.length} for ${references.length}`);
      return loaded.map((entity) => admitted(entity ?? null, typeName, context));
    } catch (error) {
      return references.map(() => (error instanceof Error ? error : new Error('a loader failed', { cause: error })));
    }
  }

  return {
    async resolve(_root, { representations }, context) {
      const references = representations.map(referenceOf);
      const answers: Answer[] = references.map(() => null);
      await Promise.all(
        [...byType(references)].map(async ([typeName, places]) => {
          const loaded = await load(
            typeName,
            places.map((place) => references[place]!),
            context,
          );
          for (const [index, place] of places.entries()) answers[place] = loaded[index]!;
        }),
      );
      return answers;
    },
    typeOf: (entity) => marks.typeOf(entity) ?? (entity as { readonly __typename?: string }).__typename,
  };
}
