import { BREAK, type DocumentNode, visit } from 'graphql';

/** Whether an answer to the document would have a key `__proto__`. graphql-jit builds its answers by plain assignment, which loses that key. */
export function answersProto(document: DocumentNode): boolean {
  let isFound = false;
  visit(document, {
    Field: ({ alias, name }) => {
      isFound = (alias ?? name).value === '__proto__';
      return isFound ? BREAK : undefined;
    },
  });
  return isFound;
}
