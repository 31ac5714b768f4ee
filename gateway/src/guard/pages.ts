import { graphqlError } from '@veza/graphql';
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

/** What a page of one field asks for, read at run time. */
interface PageOfField {
  /** Response key of the field, for people. */
  readonly field: string;
  readonly first: Reader | undefined;
  readonly last: Reader | undefined;
  readonly ids: Reader | undefined;
}

type Reader = (variables: JsonObject) => unknown;

/** Checks the page sizes of one operation. */
export interface PageCheck {
  /** The first page that asks for too much, too little, or from both ends; undefined when all are fine. */
  problemWith(variables: JsonObject): GraphQLError | undefined;
}

function reader(value: ValueNode | undefined): Reader | undefined {
  if (value?.kind === Kind.VARIABLE) {
    const { value: variable } = value.name;
    return (variables) => variables[variable];
  }
  return value?.kind === Kind.LIST ? () => value.values : undefined;
}

function pageOf(node: FieldNode, { args: declared, type }: GraphQLField<unknown, unknown>): PageOfField | undefined {
  const read = (wanted: string, fits: (argument: GraphQLArgument) => boolean) =>
    declared.some((argument) => argument.name === wanted && fits(argument))
      ? reader(node.arguments?.find(({ name }) => name.value === wanted)?.value)
      : undefined;
  const isInt = ({ type }: GraphQLArgument) => String(getNullableType(type)) === 'Int';
  const isList = (argument: GraphQLArgument) => isListType(getNullableType(argument.type));
  const ids = isListType(getNullableType(type)) ? read('ids', isList) : undefined;
  const page = { field: node.alias?.value ?? node.name.value, first: read('first', isInt), last: read('last', isInt), ids };
  return page.first || page.last || page.ids ? page : undefined;
}

type PageLimits = Pick<Limits, 'pageSize' | 'nodeIds'>;

function sizeProblem(page: PageOfField, variables: JsonObject, { pageSize: max }: PageLimits): GraphQLError | undefined {
  if (!Number.isFinite(max)) return undefined;
  const [size, other] = [page.first?.(variables), page.last?.(variables)].filter((given) => typeof given === 'number');
  if (other !== undefined) return graphqlError('BAD_USER_INPUT', `"${page.field}" takes either first or last, not both.`);
  if (size === undefined || (size >= 1 && size <= max)) return undefined;
  const limit = { name: 'pageSize', max, actual: size };
  return graphqlError('BAD_USER_INPUT', `"${page.field}" gives pages of 1 to ${max} items.`, { limit });
}

function idsProblem(page: PageOfField, variables: JsonObject, { nodeIds: max }: PageLimits): GraphQLError | undefined {
  const ids = page.ids?.(variables);
  if (!Array.isArray(ids) || ids.length <= max) return undefined;
  return graphqlError('BAD_USER_INPUT', `"${page.field}" takes at most ${max} ids.`, {
    limit: { name: 'nodeIds', max, actual: ids.length },
  });
}

/**
 * Compiles the check of every `first`, `last` and `ids` of an operation. Out of range is refused, never clamped.
 * @param document normalised, so that constants are variables
 */
export function pageCheck(schema: GraphQLSchema, document: DocumentNode, limits: PageLimits): PageCheck {
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
