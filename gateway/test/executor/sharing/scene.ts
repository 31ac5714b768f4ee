import { systemClock } from '@veza/kernel';
import { silentLog } from '@veza/telemetry';
import type { PlanAnswer } from '../../../src/plan/executor.ts';
import { ownPlanExecutor, type OwnPlanExecutorOptions } from '../../../src/plan/own.ts';
import { type Planner, PLANNER_LIMITS, workerPlanner } from '../../../src/plan/planner.ts';
import type { CallMeta, Json, JsonObject, SubgraphAnswer, SubgraphOperation, SubgraphTransport } from '../../../src/transport/port.ts';
import { callMeta, compose } from '../fixture.ts';
import { followed } from '../followed.ts';

const head = `
  extend schema
    @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@composeDirective", "@key"])
    @link(url: "https://veza.dev/access/v1.0", import: ["@access"])
    @link(url: "https://veza.dev/live/v1.0", import: ["@viewer"])
    @composeDirective(name: "@access")
    @composeDirective(name: "@viewer")
  directive @access(level: String!, scopes: [String!], rule: String) on OBJECT | FIELD_DEFINITION
  directive @viewer on FIELD_DEFINITION
`;

/** A shop whose items are public but for their price, and people who are known to themselves alone. */
const sdls = {
  shop: `${head}
    type Query {
      item(id: ID!): Item @access(level: "PUBLIC")
      mine: Item @access(level: "VIEWER")
    }
    type Mutation { buy(id: ID!): Item @access(level: "VIEWER") }
    type Subscription { sold: Item @access(level: "PUBLIC") }
    type Item @key(fields: "id") @access(level: "PUBLIC") { id: ID!  title: String  price: Int @viewer  seller: Person }
    type Person @key(fields: "id", resolvable: false) @access(level: "DOMAIN", rule: "person.view") { id: ID! }`,
  stock: `${head}
    type Item @key(fields: "id") @access(level: "PUBLIC") { id: ID!  count(at: Int): Int  reserved: Int @viewer }`,
  people: `${head}
    type Person @key(fields: "id") @access(level: "DOMAIN", rule: "person.view") { id: ID!  secret: String }`,
} as const;

const { supergraphSdl, apiSchema } = compose(sdls);

/** One planner for all scenes of a file; a machine that runs many tests at once is no reason to refuse a document. */
export const scenePlanner = (): Planner =>
  workerPlanner({ supergraphSdl, clock: systemClock, log: silentLog, limits: { ...PLANNER_LIMITS, wallLimitMs: 30_000 } });

/** A call as a subgraph sees it. */
export interface SeenCall {
  readonly service: string;
  readonly operation: SubgraphOperation;
  readonly variables: JsonObject;
  readonly meta: CallMeta;
  readonly signal: CallMeta['signal'];
}

/** What a subgraph answers; it may take its time. */
export type Respond = (call: SeenCall) => SubgraphAnswer | Promise<SubgraphAnswer>;

/** An executor over subgraphs that a test plays itself. */
export interface Scene extends AsyncDisposable {
  /** Every call so far. */
  readonly calls: SeenCall[];
  respond: Respond;
  run(document: string, variables?: JsonObject, meta?: Partial<CallMeta>): Promise<PlanAnswer & { readonly data: unknown }>;
  /** Plans beforehand, so that requests meet. */
  plan(...documents: readonly string[]): Promise<void>;
  events: AsyncIterable<SubgraphAnswer>;
  subscribe(document: string): Promise<AsyncIterable<PlanAnswer>>;
}

export const representationsOf = ({ variables }: SeenCall) => (variables['representations'] ?? []) as readonly { readonly id: string }[];

/** The fields at the root of an operation: the name of each and the value of its first argument. */
function rootFields({ operation, variables }: SeenCall): readonly (readonly [string, string])[] {
  const [definition] = operation.document.definitions;
  const selections = definition?.kind === 'OperationDefinition' ? definition.selectionSet.selections : [];
  return selections.flatMap((field) => {
    if (field.kind !== 'Field') return [];
    const argument = field.arguments?.[0]?.value;
    const given = argument?.kind === 'Variable' ? variables[argument.name.value] : undefined;
    return [[(field.alias ?? field.name).value, typeof given === 'string' ? given : 'mine'] as const];
  });
}

/** Answers root fields and entities with what a function says of an id. */
export function answering(entity: (id: string, call: SeenCall) => Json): Respond {
  return (call) => {
    if (call.variables['representations']) return { data: { _entities: representationsOf(call).map(({ id }) => entity(id, call)) } };
    return { data: Object.fromEntries(rootFields(call).map(([name, id]) => [name, entity(id, call)])) };
  };
}

export function openScene(given: Planner, options: Partial<OwnPlanExecutorOptions> = {}): Scene {
  const calls: SeenCall[] = [];
  const transport = (service: string): SubgraphTransport => ({
    async call(operation, variables, meta) {
      const call: SeenCall = { service, operation, variables, meta, signal: meta.signal };
      calls.push(call);
      return scene.respond(call);
    },
    async *subscribe() {
      yield* scene.events;
    },
    close: () => Promise.resolve(),
  });
  const transports = new Map(Object.keys(sdls).map((name) => [name, transport(name)]));
  const planner: Planner = { ...given, close: () => Promise.resolve() };
  const base = { supergraphSdl, apiSchema, transports, introspection: true, clock: systemClock, log: silentLog, planner };
  const executor = ownPlanExecutor({ ...base, ...options });
  const scene: Scene = {
    calls,
    respond: answering((id) => ({ __typename: 'Item', id })),
    events: (async function* () {})(),
    async plan(...documents) {
      await Promise.all(documents.map((document) => executor.prepare(document)));
    },
    async run(document, variables = {}, meta = {}) {
      const plan = await executor.prepare(document);
      const answer = await plan.execute({ variables, meta: callMeta(meta) });
      return { ...answer, data: JSON.parse(answer.dataJson) as unknown };
    },
    async subscribe(document) {
      return followed((await executor.prepare(document)).subscription!, { variables: {}, meta: callMeta() });
    },
    [Symbol.asyncDispose]: () => executor.close(),
  };
  return scene;
}
