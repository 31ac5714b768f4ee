import { isNonNullType, OperationTypeNode } from 'graphql';
import { type SubgraphAnswer, SubgraphFailure } from '../../../transport/port.ts';
import type { FetchNode } from '../../query-plan.ts';
import type { CompileContext, ExecutionContext, Step } from '../context.ts';
import { failureError, isForeign, maskedError } from '../errors.ts';
import { type MergeRules, mergeInto } from './merge.ts';
import { type DataObject, readProperty } from '../own-property.ts';
import { requestOf, type RequestedField, rootFieldsOf } from '../request.ts';
import { type ApplyRewrites, compileRewrites, renamedKeys } from './rewrites.ts';
import { pickVariables, send } from './send.ts';
import type { ResponsePath } from './targets.ts';
import { mayAdd, mayAddUnweighed } from './weight.ts';
import { holds } from '../writer/inclusion.ts';

/** Puts an answer to a root fetch into a run. */
export type TakeAnswer = (context: ExecutionContext, answer: SubgraphAnswer) => void;

/** Root fields of a mutation that may not be null. */
function requiredFields(fetch: FetchNode, roots: readonly RequestedField[], { apiSchema }: CompileContext): readonly RequestedField[] {
  if (fetch.operationKind !== 'mutation') return [];
  const fields = apiSchema.getRootType(OperationTypeNode.MUTATION)?.getFields() ?? {};
  return roots.filter(({ name }) => isNonNullType(fields[name]?.type));
}

/** Compiles what happens with an answer whose data stands at the root. */
export function takeRootAnswer(fetch: FetchNode, roots: readonly RequestedField[], { types, log }: CompileContext): TakeAnswer {
  const service = fetch.serviceName;
  const rewrite: ApplyRewrites | undefined = compileRewrites(fetch.outputRewrites, types);
  const renamed = renamedKeys(fetch.outputRewrites);
  const unfit = (message: string, path?: ResponsePath) =>
    failureError(new SubgraphFailure('SUBGRAPH_INVALID_RESPONSE', message), service, path);

  return (context, answer) => {
    const { data, errors: reported = [] } = answer;
    const { errors, emptied, meta } = context;
    const source = { service, requestId: meta.requestId, log, isForeign: isForeign(meta) };
    for (const error of reported) {
      errors.push(
        maskedError(
          error,
          error.path?.map((segment) => renamed.get(String(segment)) ?? segment),
          source,
        ),
      );
    }
    if (!data) {
      if (reported.length > 0) emptied.push(...roots.map(({ responseName }) => [responseName]));
    } else if (mayAddUnweighed(context, answer) || mayAdd(context, data)) {
      rewrite?.(data as DataObject);
      const rules: MergeRules = { onMismatch: () => void errors.push(unfit('lists differ')), adopt: (value) => value };
      mergeInto(context.data, data as DataObject, rules);
    } else {
      log.warn('plan.data-too-large', { service, requestId: meta.requestId });
      errors.push(...roots.map(({ responseName }) => unfit('too much data', [responseName])));
    }
  };
}

/** Compiles a fetch of root fields. When a non-null root field of a mutation fails, the run is halted. */
export function rootFetch(fetch: FetchNode, compile: CompileContext): Step {
  const request = requestOf(fetch, compile);
  const usages = fetch.variableUsages ?? [];
  const roots = rootFieldsOf(request.operation.document);
  const required = requiredFields(fetch, roots, compile);
  const take = takeRootAnswer(fetch, roots, compile);
  return async (context) => {
    const outcome = await send(context, request, pickVariables(usages, context.request.variables));
    if (outcome instanceof SubgraphFailure) {
      for (const { responseName } of roots) context.errors.push(failureError(outcome, request.service, [responseName]));
    } else take(context, outcome);
    const { variables } = context.request;
    context.isHalted ||= required.some(
      ({ responseName, when }) => (readProperty(context.data, responseName) ?? null) === null && holds(when, variables),
    );
  };
}
