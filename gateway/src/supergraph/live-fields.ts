import { Kind, OperationTypeNode, type ConstDirectiveNode, type DirectiveDefinitionNode, type DocumentNode } from 'graphql';
import { linkedNames } from './links.ts';
import { rootFields } from './root-fields.ts';
import { namedType } from './subgraph-fields.ts';

/** Who may get the same events: everybody who is admitted to the topic, or the devices of one person. */
export type LiveShare = 'TOPIC' | 'VIEWER';

/** What may become of events that a client is too slow for: none may be lost, only the latest counts, or some may be lost. */
export type LivePolicy = 'LOG' | 'LATEST' | 'LOSSY';

/** How a subscription field behaves. @see gateway.md 6.2 */
export interface LiveField {
  readonly share: LiveShare;
  readonly policy: LivePolicy;
  /** The argument that takes the cursor of the last event seen. */
  readonly cursorArg?: string;
  /** The argument that names what is followed. */
  readonly topicArg?: string;
  /** The hidden field of Query that says who may follow a topic. */
  readonly admission?: string;
}

/** Subscription fields, and what depends on who looks. */
export interface LiveFields {
  /** What `@live` says of a subscription field; undefined without it, as everywhere in a foreign supergraph. */
  of(field: string): LiveField | undefined;
  /** Type of the events of a subscription field, without its wrappers. */
  eventType(field: string): string | undefined;
  /** Whether a field is marked `@viewer`. */
  isViewerField(typeName: string, field: string): boolean;
  /** Whether `@access` lets everybody follow a subscription field. */
  isPublic(field: string): boolean;
}

const LIVE_SPECIFICATION = 'https://veza.dev/live';
const SHARES: ReadonlySet<string> = new Set<LiveShare>(['TOPIC', 'VIEWER']);
const POLICIES: ReadonlySet<string> = new Set<LivePolicy>(['LOG', 'LATEST', 'LOSSY']);

type Texts = Readonly<Record<string, string | undefined>>;

/** Arguments of an application, those left out with the default of the definition. */
function textsOf({ arguments: given = [] }: ConstDirectiveNode, definition: DirectiveDefinitionNode | undefined): Texts {
  const defaults = (definition?.arguments ?? []).map(({ name, defaultValue }) => [name.value, defaultValue] as const);
  const values = [...defaults, ...given.map(({ name, value }) => [name.value, value] as const)];
  return Object.fromEntries(values.map(([name, value]) => [name, value?.kind === Kind.STRING ? value.value : undefined]));
}

function known<Name extends string>(names: ReadonlySet<string>, name: string, what: string): Name {
  if (!names.has(name)) throw new Error(`@live knows no ${what} ${JSON.stringify(name)}`);
  return name as Name;
}

function liveField({ share = 'VIEWER', policy = 'LOG', cursorArg, topicArg, admission }: Texts): LiveField {
  return {
    share: known<LiveShare>(SHARES, share, 'share'),
    policy: known<LivePolicy>(POLICIES, policy, 'policy'),
    ...(cursorArg === undefined ? {} : { cursorArg }),
    ...(topicArg === undefined ? {} : { topicArg }),
    ...(admission === undefined ? {} : { admission }),
  };
}

/**
 * Reads `@live` and `@viewer` out of a supergraph.
 * @throws Error on an unknown share or policy
 */
export function liveFields(supergraph: DocumentNode): LiveFields {
  const names = linkedNames(supergraph);
  const live = names.directive(LIVE_SPECIFICATION, 'live');
  const viewer = names.directive(LIVE_SPECIFICATION, 'viewer');
  const subscriptions = rootFields(supergraph).filter(({ kind }) => kind === OperationTypeNode.SUBSCRIPTION);
  const definition = supergraph.definitions.find(
    (node): node is DirectiveDefinitionNode => node.kind === Kind.DIRECTIVE_DEFINITION && node.name.value === live,
  );
  const byName = new Map(
    subscriptions.flatMap(({ name, definition: { directives = [] } }) => {
      const applied = directives.find((directive) => directive.name.value === live);
      return applied ? [[name, liveField(textsOf(applied, definition))] as const] : [];
    }),
  );
  const viewerFields = new Set(
    supergraph.definitions.flatMap((node) => {
      if (node.kind !== Kind.OBJECT_TYPE_DEFINITION && node.kind !== Kind.INTERFACE_TYPE_DEFINITION) return [];
      const marked = (node.fields ?? []).filter(({ directives = [] }) => directives.some(({ name }) => name.value === viewer));
      return marked.map(({ name }) => `${node.name.value}.${name.value}`);
    }),
  );
  const types = new Map(subscriptions.map(({ name, definition: { type } }) => [name, namedType(type)]));
  const open = new Set(subscriptions.filter(({ access }) => access?.level === 'PUBLIC').map(({ name }) => name));
  return {
    of: (field) => byName.get(field),
    eventType: (field) => types.get(field),
    isViewerField: (typeName, field) => viewerFields.has(`${typeName}.${field}`),
    isPublic: (field) => open.has(field),
  };
}
