import { graphqlError } from '@veza/graphql/errors';
import type { Limits } from '@veza/guard';
import {
  getNullableType,
  isListType,
  Kind,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type FieldNode,
  type GraphQLArgument,
  type GraphQLError,
  type GraphQLField,
  type GraphQLSchema,
  type ValueNode,
} from 'graphql';
import type { JsonObject } from '../transport/port.ts';

/** Where one of the sizes of a page is given: by a variable, or by a list that stands in the document, of so many values. */
export interface GivenPage {
  readonly variable?: string;
  readonly count?: number;
}

/** What a page of one field asks for. Plain data, which can leave a thread. */
export interface PageOfField {
  /** Response key of the field, for people. */
  readonly field: string;
  readonly first?: GivenPage;
  readonly last?: GivenPage;
  readonly ids?: GivenPage;
}

/** Checks the page sizes of one operation. */
export interface PageCheck {
  /** The first page that asks for too much, too little, or from both ends; undefined when all are fine. */
  problemWith(variables: JsonObject): GraphQLError | undefined;
}

function givenBy(value: ValueNode | undefined): GivenPage | undefined {
  if (value?.kind === Kind.VARIABLE) return { variable: value.name.value };
  return value?.kind === Kind.LIST ? { count: value.values.length } : undefined;
}

function pageOf(node: FieldNode, { args: declared, type }: GraphQLField<unknown, unknown>): PageOfField | undefined {
  const given = (wanted: string, fits: (argument: GraphQLArgument) => boolean) =>
    declared.some((argument) => argument.name === wanted && fits(argument))
      ? givenBy(node.arguments?.find(({ name }) => name.value === wanted)?.value)
      : undefined;
  const isInt = ({ type }: GraphQLArgument) => String(getNullableType(type)) === 'Int';
  const isList = (argument: GraphQLArgument) => isListType(getNullableType(argument.type));
  const sizes = Object.entries({
    first: given('first', isInt),
    last: given('last', isInt),
    ids: isListType(getNullableType(type)) ? given('ids', isList) : undefined,
  }).filter(([, size]) => size !== undefined);
  return sizes.length === 0 ? undefined : { field: (node.alias ?? node.name).value, ...Object.fromEntries(sizes) };
}

/** Finds every `first`, `last` and `ids` of an operation. @param document normalised, so that constants are variables */
export function pagesOf(schema: GraphQLSchema, document: DocumentNode): readonly PageOfField[] {
  const pages: PageOfField[] = [];
  const typeInfo = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(typeInfo, {
      Field(node) {
        const field = typeInfo.getFieldDef();
        const page = field && pageOf(node, field);
        if (page) pages.push(page);
      },
    }),
  );
  return pages;
}

const valueOf = (given: GivenPage | undefined, variables: JsonObject): unknown =>
  given?.variable === undefined ? undefined : variables[given.variable];

function countOf(given: GivenPage | undefined, variables: JsonObject): number {
  const value = valueOf(given, variables);
  return Array.isArray(value) ? value.length : (given?.count ?? 0);
}

type PageLimits = Pick<Limits, 'pageSize' | 'nodeIds'>;

function sizeProblem(page: PageOfField, variables: JsonObject, { pageSize: max }: PageLimits): GraphQLError | undefined {
  if (!Number.isFinite(max)) return undefined;
  const [size, other] = [valueOf(page.first, variables), valueOf(page.last, variables)].filter((given) => typeof given === 'number');
  if (other !== undefined) return graphqlError('BAD_USER_INPUT', `"${page.field}" takes either first or last, not both.`);
  if (size === undefined || (size >= 1 && size <= max)) return undefined;
  const limit = { name: 'pageSize', max, actual: size };
  return graphqlError('BAD_USER_INPUT', `"${page.field}" gives pages of 1 to ${max} items.`, { limit });
}

function idsProblem(page: PageOfField, variables: JsonObject, { nodeIds: max }: PageLimits): GraphQLError | undefined {
  const count = countOf(page.ids, variables);
  if (count <= max) return undefined;
  return graphqlError('BAD_USER_INPUT', `"${page.field}" takes at most ${max} ids.`, {
    limit: { name: 'nodeIds', max, actual: count },
  });
}

/** The check of every `first`, `last` and `ids` of an operation. Out of range is refused, never clamped. */
export function pageCheck(pages: readonly PageOfField[], limits: PageLimits): PageCheck {
  return {
    problemWith(variables) {
      for (const page of pages) {
        const problem = sizeProblem(page, variables, limits) ?? idsProblem(page, variables, limits);
        if (problem) return problem;
      }
      return undefined;
    },
  };
}
