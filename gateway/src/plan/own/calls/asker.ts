import type { CallMeta } from '../../../transport/port.ts';
import { knowsPublic, PUBLIC_SCOPE, publicMeta, type Scope, type SharedCallFacts, sharedMeta } from '../../scope.ts';
import type { Request } from './request.ts';
import type { Presence } from './presence.ts';

/** Who asks: one run of a plan. */
export interface Asker {
  readonly meta: CallMeta;
  readonly scope: Scope;
  readonly presence: Presence;
  /** Calls up to this place in the order are too old to be joined: they may have left before the event that the run is about. */
  readonly since: number;
}

const isPublic = (request: Request, { meta }: Asker): boolean => request.isPublic && knowsPublic(meta);

/** What travels with a call that may be shared. */
export function callMeta(request: Request, asker: Asker, call: SharedCallFacts): CallMeta {
  return isPublic(request, asker) ? publicMeta(asker.meta, call) : sharedMeta(asker.meta, call);
}

/**
 * A text that is equal for calls with the same answer: subgraph and operation, on whose behalf, and variables.
 * @param variables as JSON
 */
export function callKey(request: Request, variables: string, asker: Asker): string {
  const scope = isPublic(request, asker) ? PUBLIC_SCOPE : asker.scope.key;
  return `${request.key} ${variables} ${scope}`;
}
