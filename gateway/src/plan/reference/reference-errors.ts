import type { Log } from '@veza/telemetry';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { SubgraphFailure } from '../../transport/port.ts';
import { failureError, maskedError } from '../own/errors.ts';
import { EACH } from '../own/fetch/targets.ts';
import type { ApolloAnswer } from './apollo.ts';

/** What errors of one run are told with. */
export interface ErrorTools {
  readonly clientNames: ReadonlyMap<string, string>;
  readonly requestId: string;
  readonly log: Log;
  /** The subgraph that a failure of a call is about. */
  readonly serviceOf: (failure: SubgraphFailure) => string;
}

type Path = GraphQLFormattedError['path'];

/** A path as the client may see it: its own names, and no further than the first list whose item is not known. */
function clientPath(path: Path, clientNames: ReadonlyMap<string, string>): Path {
  if (!path) return undefined;
  const unknown = path.indexOf(EACH);
  const known = unknown === -1 ? path : path.slice(0, unknown);
  return known.map((segment) => clientNames.get(String(segment)) ?? segment);
}

function clientError(error: unknown, { clientNames, requestId, log, serviceOf }: ErrorTools): GraphQLFormattedError {
  if (error instanceof SubgraphFailure) return failureError(error, serviceOf(error), undefined);
  if (!(error instanceof GraphQLError)) {
    const unfit = new SubgraphFailure('SUBGRAPH_INVALID_RESPONSE', error instanceof Error ? error.message : String(error));
    return failureError(unfit, '', undefined);
  }
  const { serviceName, ...extensions } = error.extensions;
  const service = typeof serviceName === 'string' ? serviceName : '';
  // Apollo gives errors without a code one of its own, which is on no list of ours.
  return maskedError({ message: error.message, extensions }, clientPath(error.path, clientNames), { service, requestId, log });
}

/**
 * Errors of an answer as clients see them. Values that do not fit, which Apollo tells in `extensions.valueCompletion` and only
 * when nothing else went wrong, are errors here.
 */
export function clientErrors({ errors = [], extensions }: ApolloAnswer, tools: ErrorTools): readonly GraphQLFormattedError[] {
  const unfit = (extensions?.valueCompletion ?? []).map(({ path }) => {
    const failure = new SubgraphFailure('SUBGRAPH_INVALID_RESPONSE', 'a value does not fit');
    const { service: _service, ...facts } = failureError(failure, '', undefined).extensions ?? {};
    return { ...failureError(failure, '', clientPath(path, tools.clientNames)), extensions: facts };
  });
  const told = [...errors.map((error) => clientError(error, tools)), ...unfit];
  return told.map((error) => ({ ...error, extensions: { ...error.extensions, requestId: tools.requestId } }));
}
