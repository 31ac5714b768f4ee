import type { Plugin } from '@envelop/core';
import { viewerId } from '@veza/auth';
import type { Log } from '@veza/telemetry';
import type { OperationContext } from '../pipeline/context.ts';
import { errorsOf, type AnyError } from '../pipeline/outcome.ts';
import { onOutcome } from './on-outcome.ts';

/** Codes told of one operation; a page of a hundred broken items is still one line. */
const MAX_CODES = 5;

function codesOf(errors: readonly AnyError[]): readonly string[] | undefined {
  if (errors.length === 0) return undefined;
  return [...new Set(errors.map((error) => ('extensions' in error ? String(error.extensions?.['code']) : 'unknown')))].slice(0, MAX_CODES);
}

/** One line for each operation: what it is, how it went, how long it took. Never its text or its variables. */
export function useOperationLog(log: Log, now: () => number): Plugin<OperationContext> {
  return onOutcome((outcome, { origin, prepared, caller, startedAt, cost, span }) => {
    log.info('operation', {
      requestId: origin.requestId,
      traceId: span?.traceId,
      transport: origin.transport,
      client: origin.client,
      userId: viewerId(caller),
      kind: prepared?.kind,
      operation: prepared?.operationName,
      document: prepared?.documentHash,
      outcome: outcome.kind,
      codes: codesOf(errorsOf(outcome)),
      cost,
      durationMs: now() - startedAt,
    });
  });
}
