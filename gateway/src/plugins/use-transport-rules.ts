import type { Plugin } from '@envelop/core';
import { graphqlError } from '@veza/graphql';
import { OperationTypeNode } from 'graphql';
import type { OperationContext } from '../pipeline/context.ts';
import { refuseWhen } from './refuse-when.ts';

/** Refuses kinds of operation that the transport or method does not carry: mutations by GET, subscriptions without a stream. */
export function useTransportRules(): Plugin<OperationContext> {
  return refuseWhen(({ prepared, origin }) => {
    if (!prepared || origin.kinds.includes(prepared.kind)) return undefined;
    if (prepared.kind === OperationTypeNode.SUBSCRIPTION && origin.kinds.includes(OperationTypeNode.MUTATION)) {
      return [graphqlError('NOT_ACCEPTABLE', 'A subscription needs a WebSocket, or a client that accepts text/event-stream.')];
    }
    return [graphqlError('METHOD_NOT_ALLOWED', `A ${prepared.kind} cannot be sent with this method.`)];
  });
}
