import { graphqlError } from '@veza/graphql/errors';
import { textProblem, textProblemMessages, type TextProblem } from '@veza/guard';
import { Kind, visit, type DocumentNode, type GraphQLError, type ValueNode } from 'graphql';

/** What is wrong with the strings inside a value, if anything is. */
function problemIn(value: ValueNode | undefined): TextProblem | undefined {
  if (value?.kind === Kind.STRING) return textProblem(value.value);
  const inner = value?.kind === Kind.LIST ? value.values : value?.kind === Kind.OBJECT ? value.fields.map((field) => field.value) : [];
  return inner.map(problemIn).find((problem) => problem !== undefined);
}

/** Holds strings that are written into a document to the rule for those in variables: no U+0000, no half of a surrogate pair. */
export function unfitString(document: DocumentNode): GraphQLError | undefined {
  let found: GraphQLError | undefined;
  const check = (name: string, value: ValueNode | undefined) => {
    const problem = problemIn(value);
    if (problem) found ??= graphqlError('BAD_USER_INPUT', `"${name}" ${textProblemMessages[problem]}.`);
  };
  visit(document, {
    Argument: ({ name, value }) => check(name.value, value),
    VariableDefinition: ({ variable, defaultValue }) => check(`$${variable.name.value}`, defaultValue),
  });
  return found;
}
