import { type DocumentNode, type FieldNode, Kind, print, visit } from 'graphql';
import { conditionalFragments, isConditional } from './conditional-fragments.ts';

/** A document in which every name that fields are answered under stands for one thing only. */
export interface DistinctNames {
  readonly document: DocumentNode;
  /** The name that the client expects, for each name that took its place. */
  readonly clientNames: ReadonlyMap<string, string>;
}

const responseNameOf = ({ alias, name }: FieldNode): string => (alias ?? name).value;

/** What a field asks, whatever it is called: its name and its arguments. */
function questionOf({ name, arguments: given = [] }: FieldNode, isApart: boolean): string {
  return `${name.value}(${given
    .map((argument) => print(argument))
    .toSorted()
    .join()})${isApart ? ' apart' : ''}`;
}

/** What the planner asks for by itself it would merge with this field, and so ask for it under the client's condition only. */
function isTakenForPlanned(field: FieldNode, reserved: ReadonlySet<string>): boolean {
  const responseName = responseNameOf(field);
  return responseName !== '__typename' && reserved.has(responseName) && field.selectionSet === undefined;
}

/** Asks for what the planner itself asks for under this name. */
const isPlain = ({ name, arguments: given = [] }: FieldNode, responseName: string): boolean =>
  name.value === responseName && given.length === 0;

/**
 * Gives a name of its own to every field that could be taken for another one. Objects of different types may answer different questions
 * under one name, but the planner asks for them in one request; and under the name of a key it finds the key, whatever the client
 * meant by it, and under its condition.
 * @param document one valid operation with its fragments
 * @param reserved names that the planner may add by itself: parts of keys and required fields
 */
export function distinctNames(document: DocumentNode, reserved: ReadonlySet<string>): DistinctNames {
  const taken = new Set<string>(reserved);
  visit(document, { Field: (field) => void taken.add(responseNameOf(field)) });

  const clientNames = new Map<string, string>();
  const known = new Map<string, Map<string, string>>();
  const freshName = (responseName: string): string => {
    let number = 2;
    while (taken.has(`${responseName}_${number}`)) number += 1;
    const fresh = `${responseName}_${number}`;
    taken.add(fresh);
    clientNames.set(fresh, responseName);
    return fresh;
  };
  const nameFor = (field: FieldNode, mayBeLeftOut: boolean): string => {
    const responseName = responseNameOf(field);
    const questions = known.get(responseName) ?? new Map<string, string>();
    known.set(responseName, questions);
    const isApart = mayBeLeftOut && isTakenForPlanned(field, reserved);
    const question = questionOf(field, isApart);
    const found = questions.get(question);
    if (found !== undefined) return found;
    const mayKeep = reserved.has(responseName) ? isPlain(field, responseName) && !isApart : questions.size === 0;
    const name = mayKeep ? responseName : freshName(responseName);
    questions.set(question, name);
    return name;
  };

  const conditional = conditionalFragments(document);
  let conditions = 0;
  const distinct = visit(document, {
    FragmentDefinition({ name }) {
      conditions = conditional.has(name.value) ? 1 : 0;
    },
    OperationDefinition() {
      conditions = 0;
    },
    InlineFragment: {
      enter: (fragment) => void (conditions += isConditional(fragment) ? 1 : 0),
      leave: (fragment) => void (conditions -= isConditional(fragment) ? 1 : 0),
    },
    Field(field): FieldNode | undefined {
      const name = nameFor(field, conditions > 0 || isConditional(field));
      return name === responseNameOf(field) ? undefined : { ...field, alias: { kind: Kind.NAME, value: name } };
    },
  });
  return { document: distinct, clientNames };
}
