import { ANONYMOUS } from '@veza/auth';
import type { Subgraph } from '@veza/graphql';
import { type DocumentNode, execute, Kind, parse } from 'graphql';
import type { AnswerBody } from '../http/cheap-server.ts';

type Variables = Readonly<Record<string, unknown>>;

interface Body {
  readonly query: string;
  readonly variables?: Variables;
}

interface Answer {
  readonly data?: { readonly _entities?: readonly unknown[] } | null;
  readonly errors?: readonly unknown[];
}

/** An operation that was asked before. */
interface KnownOperation {
  readonly document: DocumentNode;
  /** Whether it asks for `_entities` alone, in the form that most planners write. */
  readonly isOfEntities: boolean;
  /** Texts of answers by their variables; of one entity, where it asks for entities. */
  readonly answers: Map<string, string>;
}

const REPRESENTATIONS = 'representations';

function isOfEntities({ definitions }: DocumentNode): boolean {
  const [operation] = definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION || operation.selectionSet.selections.length !== 1) return false;
  const [field] = operation.selectionSet.selections;
  return field?.kind === Kind.FIELD && field.name.value === '_entities' && !field.alias;
}

/**
 * The answers of a subgraph, each computed once: a batch of entities is put together from those that were asked for before,
 * so that every way of batching finds the subgraph equally fast. Rejects for an operation that it answers with errors.
 */
export function memoisedAnswers({ schema, context }: Subgraph): AnswerBody {
  const operations = new Map<string, KnownOperation>();
  const operationOf = (query: string): KnownOperation => {
    const found = operations.get(query);
    if (found) return found;
    const document = parse(query);
    const operation = { document, isOfEntities: isOfEntities(document), answers: new Map<string, string>() };
    operations.set(query, operation);
    return operation;
  };
  const run = async ({ document }: KnownOperation, variableValues: Variables): Promise<Answer> => {
    const request = { caller: ANONYMOUS, requestId: 'bench', deadlineAt: Number.POSITIVE_INFINITY, signal: new AbortController().signal };
    const answer = (await execute({ schema, document, variableValues, contextValue: context(request) })) as Answer;
    if (answer.errors) throw new Error(`the fixture cannot answer: ${JSON.stringify(answer.errors)}`);
    return answer;
  };
  const remember = ({ answers }: KnownOperation, key: string, text: string): string => {
    answers.set(key, text);
    return text;
  };
  const entity = async (operation: KnownOperation, variables: Variables, key: string): Promise<string> => {
    const { data } = await run(operation, variables);
    return remember(operation, key, JSON.stringify(data?._entities?.[0] ?? null));
  };

  return async (text) => {
    const { query, variables = {} } = JSON.parse(text) as Body;
    const operation = operationOf(query);
    const { [REPRESENTATIONS]: asked, ...others } = variables;
    if (!operation.isOfEntities || !Array.isArray(asked)) {
      const key = JSON.stringify(variables);
      return operation.answers.get(key) ?? remember(operation, key, JSON.stringify(await run(operation, variables)));
    }
    const suffix = JSON.stringify(others);
    const entities: string[] = [];
    for (const one of asked as readonly unknown[]) {
      const key = JSON.stringify(one) + suffix;
      entities.push(operation.answers.get(key) ?? (await entity(operation, { ...others, [REPRESENTATIONS]: [one] }, key)));
    }
    return `{"data":{"_entities":[${entities.join(',')}]}}`;
  };
}
