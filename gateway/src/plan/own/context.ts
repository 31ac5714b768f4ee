import type { Log } from '@veza/telemetry';
import type { GraphQLSchema } from 'graphql';
import type { AccessTable } from '../../supergraph/access-table.ts';
import type { SubgraphTransport } from '../../transport/port.ts';
import type { PlanRequest } from '../plan-answer.ts';
import type { Asker } from './calls/asker.ts';
import type { SubgraphCalls } from './calls/subgraph-calls.ts';
import type { Faults } from './errors.ts';
import type { LiveSchema } from './live/live-schema.ts';
import type { DataObject } from './own-property.ts';
import type { SupergraphTypes } from './supergraph-types.ts';

/** How each subgraph of the supergraph is reached, by its name there. */
export type Transports = ReadonlyMap<string, SubgraphTransport>;

/** What every plan of one supergraph is compiled with. */
export interface CompileContext {
  /** The schema that clients see. */
  readonly apiSchema: GraphQLSchema;
  readonly types: SupergraphTypes;
  readonly live: LiveSchema;
  readonly transports: Transports;
  /** Which answers everybody may share; undefined where nothing is known to be public. */
  readonly access: AccessTable | undefined;
  readonly log: Log;
}

/** One run of a plan: a request, or one event of a subscription. */
export interface ExecutionContext extends Faults, Asker {
  readonly request: PlanRequest;
  readonly calls: SubgraphCalls;
  /** What the subgraphs have answered so far, merged. */
  readonly data: DataObject;
  /** Weight of the data so far, at most. Bytes, as JSON. */
  dataBytes: number;
  /** A root field of a mutation that may not be null has failed: the rest is not sent. */
  isHalted: boolean;
}

/** A compiled part of a plan. Never rejects: what goes wrong is in `errors`. */
export type Step = (context: ExecutionContext) => Promise<void>;
