import type { Plugin } from '@envelop/core';
import { viewerId } from '@veza/auth';
import type { Log } from '@veza/telemetry';
import type { OperationContext } from '../pipeline/context.ts';
import { codesOf, statusOf } from '../pipeline/outcome-codes.ts';
import { onOutcome } from './on-outcome.ts';

/** Codes told of one operation; a page of a hundred broken items is still one line. */
const MAX_CODES = 5;

/** `<name>/<version>`; clients may write anything there, and only this is told of it. */
const CLIENT = /^[\w .-]{1,64}\/[\w.+-]{1,32}$/;

const clientName = (header: string | undefined): string | undefined => (header !== undefined && CLIENT.test(header) ? header : undefined);

/**
 * One line for each operation: what it is, how it went, what it cost, how long it took until its answer or the start of its stream.
 * Never its text, its variables or a token.
 */
export function useOperationLog(log: Log, now: () => number): Plugin<OperationContext> {
  return onOutcome((outcome, { origin, prepared, caller, startedAt, cost, span }) => {
    const codes = codesOf(outcome);
    log.info('operation', {
      requestId: origin.requestId,
      traceId: span?.traceId,
      transport: origin.transport,
      client: clientName(origin.client),
      userId: viewerId(caller),
      kind: prepared?.kind,
      operation: prepared?.operationName,
      document: prepared?.documentHash,
      outcome: outcome.kind,
      status: statusOf(outcome),
      codes: codes.length === 0 ? undefined : codes.slice(0, MAX_CODES),
      cost,
      durationMs: now() - startedAt,
    });
  });
}
