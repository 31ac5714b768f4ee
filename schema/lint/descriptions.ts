import { Kind, visit, type ASTNode, type StringValueNode } from 'graphql';
import { type Finding, inputValues, namedType, type Rule, type SubgraphDocument } from './finding.ts';

const FIRST_SENTENCE_LIMIT = 100;
const TEXT_TYPES: ReadonlySet<string> = new Set(['String']);

interface Described {
  readonly kind: string;
  readonly name?: { readonly value: string } | undefined;
  readonly description?: StringValueNode | undefined;
}

const DESCRIBED: ReadonlySet<string> = new Set([
  Kind.OBJECT_TYPE_DEFINITION,
  Kind.INTERFACE_TYPE_DEFINITION,
  Kind.UNION_TYPE_DEFINITION,
  Kind.ENUM_TYPE_DEFINITION,
  Kind.ENUM_VALUE_DEFINITION,
  Kind.INPUT_OBJECT_TYPE_DEFINITION,
  Kind.INPUT_VALUE_DEFINITION,
  Kind.FIELD_DEFINITION,
  Kind.SCALAR_TYPE_DEFINITION,
  Kind.DIRECTIVE_DEFINITION,
]);

/** Types that take their description from where they are owned, or need none. */
const EXEMPT: ReadonlySet<string> = new Set(['Query', 'Mutation', 'Subscription']);

function problem(node: Described): string | undefined {
  const text = node.description?.value.trim() ?? '';
  if (text === '') return 'has no description';
  const sentence = text.split(/\.\s|\.$|\n\n/, 1)[0]!;
  return sentence.length > FIRST_SENTENCE_LIMIT
    ? `has a first sentence of ${sentence.length} characters; ${FIRST_SENTENCE_LIMIT} are the limit`
    : undefined;
}

function undescribed({ name: subgraph, document }: SubgraphDocument): Finding[] {
  const findings: Finding[] = [];
  const path: string[] = [];
  visit(document, {
    enter(node: ASTNode) {
      if (!DESCRIBED.has(node.kind)) return;
      const described = node as Described;
      path.push(described.name?.value ?? node.kind);
      const message = EXEMPT.has(path.join('.')) ? undefined : problem(described);
      if (message) findings.push({ rule: 'descriptions', subgraph, place: path.join('.'), message });
    },
    leave(node: ASTNode) {
      if (DESCRIBED.has(node.kind)) path.pop();
    },
  });
  return findings;
}

/** Every type, field, argument, enum value, input field and directive says what it is; the first sentence fits a tooltip. */
export const descriptions: Rule = (subgraphs) => subgraphs.flatMap(undescribed);

/** Free text that a client sends says how long it may be. */
export const textLengths: Rule = (subgraphs) =>
  subgraphs.flatMap((subgraph) =>
    inputValues(subgraph).flatMap(({ place, value }) =>
      TEXT_TYPES.has(namedType(value.type)) && !/\d/.test(value.description?.value ?? '') && !/cursor/i.test(value.description?.value ?? '')
        ? [{ rule: 'text-lengths', subgraph: subgraph.name, place, message: 'does not say how long the text may be' }]
        : [],
    ),
  );
