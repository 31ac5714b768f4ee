import { type Json, type SubgraphAnswer, SubgraphFailure } from '../../../transport/port.ts';
import type { FetchNode } from '../../query-plan.ts';
import { entitiesOf } from '../calls/divide-entities.ts';
import { REPRESENTATIONS } from '../calls/entity-variables.ts';
import { batchOf, type BatchItem } from './batch.ts';
import type { CompileContext, ExecutionContext, Step } from '../context.ts';
import { takeEntityAbsences } from './entity-absence.ts';
import { takeEntityErrors } from './entity-errors.ts';
import { failureError, isLost } from '../errors.ts';
import { deepCopy, mergeInto } from './merge.ts';
import { type DataObject, isDataObject, readProperty } from '../own-property.ts';
import { representationsOf } from './representations.ts';
import { requestOf } from '../request.ts';
import { compileRewrites } from './rewrites.ts';
import { pickVariables, sendEntities } from './send.ts';
import { targetsAt } from './targets.ts';
import { mayAdd, mayAddUnweighed } from './weight.ts';

const keep = (value: Json) => value;

const invalid = (service: string) => new SubgraphFailure('SUBGRAPH_INVALID_RESPONSE', `${service} answered other entities than asked for`);

const mostTargets = (items: readonly BatchItem[]): number => items.reduce((most, { targets }) => Math.max(most, targets.length), 1);

/** Compiles a fetch of entities for the objects at a path. */
export function entityFetch(fetch: FetchNode, path: readonly string[], compile: CompileContext): Step {
  const request = requestOf(fetch, compile);
  const usages = (fetch.variableUsages ?? []).filter((name) => name !== REPRESENTATIONS);
  const at = targetsAt(path);
  const representationOf = representationsOf(fetch, compile.types);
  const rewrite = compileRewrites(fetch.outputRewrites, compile.types);
  const takeErrors = takeEntityErrors(fetch, at, compile.log);
  const takeAbsences = takeEntityAbsences(fetch, request.operation.document);

  /** A subgraph that knows no more than an interface of a thing (`@interfaceObject`) names the interface: the thing keeps its type. */
  const keepType = (target: DataObject, typeName: Json | undefined) => {
    const told = target['__typename'];
    if (told === typeName || typeof told !== 'string' || typeof typeName !== 'string') return;
    if (compile.types.isSubtype(typeName, told)) target['__typename'] = typeName;
  };

  /** Feeds one entity to its targets; all but the first get a copy. False when it does not fit, or is too much. */
  const feed = (context: ExecutionContext, entity: Json, { targets }: BatchItem, isWeighed: boolean): boolean => {
    if (entity === null) return true;
    if (!isDataObject(entity) || !(isWeighed || mayAdd(context, entity as Json, targets.length))) return false;
    let fits = true;
    const onMismatch = () => void (fits = false);
    const typeName = readProperty(targets[0]!, '__typename');
    rewrite?.(entity, typeof typeName === 'string' ? typeName : undefined);
    for (const [index, target] of targets.entries()) {
      const ownType = readProperty(target, '__typename');
      mergeInto(target, entity, { onMismatch, adopt: index === 0 ? keep : deepCopy });
      keepType(target, ownType);
    }
    return fits;
  };

  const take = (context: ExecutionContext, answer: SubgraphAnswer, items: readonly BatchItem[]): SubgraphFailure | undefined => {
    const blamed = takeErrors(context, answer, items);
    const entities = entitiesOf(answer, items.length);
    if (!entities) return answer.errors?.length ? undefined : invalid(request.service);
    takeAbsences.ofAnswer(context, entities, items, blamed);
    const isWeighed = mayAddUnweighed(context, answer, mostTargets(items));
    const misfits = items.filter((item, index) => !feed(context, entities[index]!, item, isWeighed));
    if (misfits.length === 0) return undefined;
    compile.log.warn('plan.entities-unfit', { service: request.service, requestId: context.meta.requestId, count: misfits.length });
    return invalid(request.service);
  };

  /** What an error or an absence keeps from a target is not to be computed with; what a condition leaves out may be left out here too. */
  const mayLackIn = (context: ExecutionContext) => {
    let places: ReturnType<typeof at.locate> | undefined;
    return (target: DataObject, field: string): boolean => {
      if (context.absences.has(target)) return false;
      if (context.errors.length === 0) return true;
      places ??= at.locate(context.data);
      const place = places.get(target);
      return place !== undefined && !isLost([...place, field], context);
    };
  };

  return async (context) => {
    const targets = at.collect(context.data);
    takeAbsences.ofTargets(context, targets);
    const items = batchOf(targets, representationOf, mayLackIn(context));
    if (items.length === 0) return;
    const extra = pickVariables(usages, context.request.variables);
    const parts = await sendEntities(context, request, items, extra);
    const failures = parts.map(({ items: asked, outcome }) =>
      outcome instanceof SubgraphFailure ? outcome : take(context, outcome, asked),
    );
    const byCode = new Map(failures.flatMap((failure) => (failure ? [[failure.code, failure]] : [])));
    for (const failure of byCode.values()) context.errors.push(failureError(failure, request.service, at.collapsed));
  };
}
