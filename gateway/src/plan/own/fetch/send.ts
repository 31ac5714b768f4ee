import { type JsonObject, SubgraphFailure } from '../../../transport/port.ts';
import type { EntityPart } from '../calls/wish.ts';
import type { Outcome } from '../calls/dispatch.ts';
import type { ExecutionContext } from '../context.ts';
import type { Request } from '../calls/request.ts';
import type { BatchItem } from './batch.ts';

/** A failure goes to the log, unless it is that nobody waits any more. */
function logged(outcome: Outcome, { service, log }: Request, { meta, presence }: ExecutionContext): void {
  if (!(outcome instanceof SubgraphFailure) || (outcome === presence.ended() && !presence.isExpired())) return;
  const { code, message, cause } = outcome;
  log.warn('subgraph.call-failed', { service, requestId: meta.requestId, code, reason: message, error: cause });
}

/** Sends a request to a subgraph for one run of a plan; never rejects. An answer after the deadline is dropped. */
export async function send(context: ExecutionContext, request: Request, variables: JsonObject): Promise<Outcome> {
  const { presence } = context;
  if (presence.isExpired()) return presence.ended()!;
  const outcome = await context.calls.fetch(request, variables, context);
  logged(outcome, request, context);
  return outcome;
}

/** Asks a subgraph for entities; the answer comes in parts, one for each call that took part. @param extra variables beside the representations */
export async function sendEntities(
  context: ExecutionContext,
  request: Request,
  items: readonly BatchItem[],
  extra: JsonObject,
): Promise<readonly EntityPart[]> {
  const ended = context.presence.ended();
  if (ended) return [{ items, outcome: ended }];
  const parts = await context.calls.fetchEntities(request, items, extra, context);
  for (const { outcome } of parts) logged(outcome, request, context);
  return parts;
}

/** The variables that a request uses; one that is not given stays absent. */
export function pickVariables(names: readonly string[], variables: JsonObject): JsonObject {
  const picked: JsonObject = {};
  for (const name of names) if (variables[name] !== undefined) picked[name] = variables[name];
  return picked;
}
