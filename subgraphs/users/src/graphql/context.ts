import type { SubgraphContext } from '@veza/graphql';
import type { UsersUseCases } from '../application/use-cases.ts';
import type { Loaders } from './loaders.ts';

/** What resolvers of this subgraph work with. */
export interface UsersContext extends SubgraphContext {
  readonly users: UsersUseCases;
  readonly loaders: Loaders;
}
