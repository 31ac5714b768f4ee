import { createHash } from 'node:crypto';
import type { Limits } from '@veza/guard';
import { operationCost } from '../guard/cost.ts';
import { pageCheck } from '../guard/pages.ts';
import { pace } from '../pace.ts';
import type { PlanExecutor } from '../plan/executor.ts';
import type { GatewayState } from '../supergraph/state.ts';
import type { ActiveLabels } from './active-labels.ts';
import type { DocumentReading, DocumentToRead, OperationReading } from './document-reading.ts';
import { plannedOnce } from './planned-once.ts';
import type { Preparation, Prepared } from './prepared.ts';
import { variableCoercion } from './variables.ts';

/** Reads documents of one supergraph, elsewhere. Rejects with OVERLOADED when too many wait, or when one takes too long. */
export type DocumentReader = (document: DocumentToRead) => Promise<DocumentReading>;

/** What a document is prepared with. */
export interface PreparationTools {
  readonly state: GatewayState;
  readonly read: DocumentReader;
  readonly executor: PlanExecutor;
  readonly limits: Limits;
  readonly activeLabels: ActiveLabels;
  /** Whether messages may not help to guess names of the schema. */
  readonly hideSuggestions: boolean;
}

/** Characters of an operation's name that logs and metrics tell. */
const TOLD_NAME_LENGTH = 64;

function preparedOf(tools: PreparationTools, text: string, reading: OperationReading): Prepared {
  const { state, executor, limits, hideSuggestions } = tools;
  const { kind, operationName, rootNames, variables, normalised, literals, pages, cost, overrideLabels } = reading;
  return {
    kind,
    operationName: operationName?.slice(0, TOLD_NAME_LENGTH),
    documentHash: `sha256:${createHash('sha256').update(text).digest('hex')}`,
    rootFields: rootNames.map((name) => state.rootField(kind, name)).filter((field) => field !== undefined),
    introspects: rootNames.includes('__schema') || rootNames.includes('__type'),
    coerceVariables: variableCoercion(state.apiSchema, variables, { hideSuggestions, maxErrors: limits.validationErrors }),
    literals,
    pages: pageCheck(pages, limits),
    cost: operationCost(cost),
    plan: plannedOnce(executor, normalised, { maxFetches: limits.fetches, labels: () => tools.activeLabels(overrideLabels) }),
  };
}

/**
 * Has an operation read, and keeps what every request with it needs; planning waits for the first request that passes the guard.
 * Rejects as the reader does, and never for what is in the document.
 */
export async function prepare(tools: PreparationTools, text: string, operationName: string | undefined): Promise<Preparation> {
  const { limits, hideSuggestions } = tools;
  const reading = await tools.read({ text, operationName, limits, hideSuggestions });
  if (!reading.ok) return reading;
  await pace()();
  return { ok: true, prepared: preparedOf(tools, text, reading) };
}
