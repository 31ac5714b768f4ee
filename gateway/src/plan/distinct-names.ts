import { type DocumentNode, type FieldNode, Kind, print, visit } from 'graphql';

/** A document in which every name that fields are answered under stands for one thing only. */
export interface DistinctNames {
  readonly document: DocumentNode;
  /** The name that the client expects, for each name that took its place. */
  readonly clientNames: ReadonlyMap<string, string>;
}

const responseNameOf = ({ alias, name }: FieldNode): string => (alias ?? name).value;

/** What a field asks, whatever it is called: its name and its arguments. */
function questionOf({ name, arguments: given = [] }: FieldNode): string {
  return `${name.value}(${given
    .map((argument) => print(argument))
    .toSorted()
    .join()})`;
}

/** Asks for what the planner itself asks for under this name. */
const isPlain = ({ name, arguments: given = [] }: FieldNode, responseName: string): boolean =>
  name.value === responseName && given.length === 0;

/**
 * Gives a name of its own to every field that could be taken for another one. Objects of different types may answer different questions
 * under one name, but the planner asks for them in one request; and under the name of a key it finds the key, whatever the client
 * meant by it.
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
  const nameFor = (field: FieldNode): string => {
    const responseName = responseNameOf(field);
    const questions = known.get(responseName) ?? new Map<string, string>();
    known.set(responseName, questions);
    const question = questionOf(field);
    const found = questions.get(question);
    if (found !== undefined) return found;
    const mayKeep = reserved.has(responseName) ? isPlain(field, responseName) : questions.size === 0;
    const name = mayKeep ? responseName : freshName(responseName);
    questions.set(question, name);
    return name;
  };

  const distinct = visit(document, {
    Field(field): FieldNode | undefined {
      const name = nameFor(field);
      return name === responseNameOf(field) ? undefined : { ...field, alias: { kind: Kind.NAME, value: name } };
    },
  });
  return { document: distinct, clientNames };
}
