import { type FieldDefinitionNode, type FieldNode, type InlineFragmentNode, Kind, print, type SelectionNode } from 'graphql';
import { namedType, type SubgraphFields } from '../../../supergraph/subgraph-fields.ts';

interface Entry {
  /** The field or fragment without what is selected in it. */
  readonly head: FieldNode | InlineFragmentNode;
  readonly inner: Tree;
}

type Tree = ReadonlyMap<string, Entry>;

/** What is asked of an event, in a form that can be put together with others. Immutable. */
export interface SharedSelection {
  readonly tree: Tree;
  /** What stands at each path of the answer, whatever the type there: field, arguments and type. */
  readonly shapes: ReadonlyMap<string, string>;
}

interface Place {
  readonly subgraph: string;
  readonly typeName: string;
  readonly path: string;
}

class Unmergeable extends Error {}

function withoutInner<Node extends FieldNode | InlineFragmentNode>(node: Node): Node {
  return { ...node, selectionSet: { kind: Kind.SELECTION_SET, selections: [] } };
}

function signatureOf(field: FieldNode, definition: FieldDefinitionNode | undefined): string {
  if (!definition && field.name.value !== '__typename') throw new Unmergeable();
  return `${field.name.value}(${(field.arguments ?? []).map((argument) => print(argument)).join()})${definition ? print(definition.type) : ''}`;
}

function add(tree: Map<string, Entry>, key: string, entry: Entry): void {
  const known = tree.get(key);
  tree.set(key, known ? { head: known.head, inner: unionOf(known.inner, entry.inner) } : entry);
}

function unionOf(one: Tree, other: Tree): Tree {
  const union = new Map(one);
  for (const [key, entry] of other) add(union, key, entry);
  return union;
}

/** Reads selections and their shapes. @throws Unmergeable for what depends on a variable, and for what the subgraph is not known to have */
function reader(fields: SubgraphFields, shapes: Map<string, string>) {
  const read = (selections: readonly SelectionNode[], place: Place): Tree => {
    const tree = new Map<string, Entry>();
    for (const selection of selections) add(tree, ...entryOf(selection, place));
    return tree;
  };
  const note = (path: string, signature: string) => {
    if ((shapes.get(path) ?? signature) !== signature) throw new Unmergeable();
    shapes.set(path, signature);
  };
  const fieldOf = (field: FieldNode, place: Place): [string, Entry] => {
    const definition = fields.find(place.subgraph, place.typeName, field.name.value);
    const path = `${place.path}.${(field.alias ?? field.name).value}`;
    const signature = signatureOf(field, definition);
    note(path, signature);
    const key = `${path} ${signature}`;
    const { selectionSet } = field;
    if (!selectionSet || !definition) return [key, { head: field, inner: new Map() }];
    const inner = read(selectionSet.selections, { ...place, typeName: namedType(definition.type), path });
    return [key, { head: withoutInner(field), inner }];
  };
  const entryOf = (selection: SelectionNode, place: Place): [string, Entry] => {
    if (selection.kind === Kind.FRAGMENT_SPREAD || (selection.directives ?? []).length > 0) throw new Unmergeable();
    if (selection.kind === Kind.FIELD) return fieldOf(selection, place);
    const typeName = selection.typeCondition?.name.value ?? place.typeName;
    return [`... ${typeName}`, { head: withoutInner(selection), inner: read(selection.selectionSet.selections, { ...place, typeName }) }];
  };
  return read;
}

/** The selection on an event; undefined where it cannot be put together with others. @param eventType type of the field in the subgraph */
export function sharedSelection(root: FieldNode, subgraph: string, eventType: string, fields: SubgraphFields): SharedSelection | undefined {
  const { selectionSet } = root;
  // A string with a dollar is taken for a variable: then it is read alone, which is right as well.
  if (!selectionSet || print(selectionSet).includes('$')) return undefined;
  const shapes = new Map<string, string>();
  try {
    return { tree: reader(fields, shapes)(selectionSet.selections, { subgraph, typeName: eventType, path: '' }), shapes };
  } catch (reason) {
    if (reason instanceof Unmergeable) return undefined;
    throw reason;
  }
}

/** Both side by side; undefined when a name would stand for two things. */
export function mergedSelections(one: SharedSelection, other: SharedSelection): SharedSelection | undefined {
  for (const [path, shape] of other.shapes) if ((one.shapes.get(path) ?? shape) !== shape) return undefined;
  return { tree: unionOf(one.tree, other.tree), shapes: new Map([...one.shapes, ...other.shapes]) };
}

const holds = (wide: Tree, narrow: Tree): boolean =>
  Array.from(narrow).every(([key, { inner }]) => {
    const entry = wide.get(key);
    return entry !== undefined && holds(entry.inner, inner);
  });

/** Whether everything of one selection is in another as well. */
export const coversSelection = (wide: SharedSelection, narrow: SharedSelection): boolean =>
  wide === narrow || holds(wide.tree, narrow.tree);

const nodesOfTree = (tree: Tree): readonly SelectionNode[] =>
  Array.from(tree.values(), ({ head, inner }) =>
    inner.size === 0 ? head : { ...head, selectionSet: { kind: Kind.SELECTION_SET, selections: nodesOfTree(inner) } },
  );

/** As GraphQL. */
export const selectionNodes = ({ tree }: SharedSelection): readonly SelectionNode[] => nodesOfTree(tree);
