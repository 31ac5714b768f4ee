import type { Rewrite } from '../../query-plan.ts';
import type { Json } from '../../../transport/port.ts';
import { type DataObject, isDataObject, writeProperty } from '../own-property.ts';
import type { SupergraphTypes } from '../supergraph-types.ts';

/** Changes an object in place. `typeName` is its type where the object itself does not say. */
export type ApplyRewrites = (object: DataObject, typeName?: string) => void;

const CONDITION = '... on ';

type Apply = (object: DataObject) => void;

function atLast(rewrite: Rewrite, name: string): Apply {
  if (rewrite.kind === 'ValueSetter') return (object) => writeProperty(object, name, rewrite.setValueTo);
  return (object) => {
    // By presence, not by truth: 0, false and "" keep their new name as well.
    if (!Object.hasOwn(object, name)) return;
    writeProperty(object, rewrite.renameKeyTo, object[name]!);
    delete object[name];
  };
}

function eachObject(value: Json | undefined, apply: Apply): void {
  if (Array.isArray(value)) for (const item of value as readonly Json[]) eachObject(item, apply);
  else if (isDataObject(value)) apply(value);
}

function typeNameOf(object: DataObject): string | undefined {
  const own = Object.hasOwn(object, '__typename') ? object['__typename'] : undefined;
  return typeof own === 'string' ? own : undefined;
}

function compileRewrite(rewrite: Rewrite, types: SupergraphTypes): ApplyRewrites {
  const build = (depth: number): ApplyRewrites => {
    const segment = rewrite.path[depth]!;
    if (segment.startsWith(CONDITION)) {
      const condition = segment.slice(CONDITION.length);
      const inner = build(depth + 1);
      return (object, inherited) => {
        const typeName = typeNameOf(object) ?? inherited;
        if (typeName !== undefined && types.isSubtype(typeName, condition)) inner(object, inherited);
      };
    }
    if (depth === rewrite.path.length - 1) return atLast(rewrite, segment);
    const inner = build(depth + 1);
    return (object) => {
      if (Object.hasOwn(object, segment)) eachObject(object[segment], inner);
    };
  };
  return build(0);
}

/** Compiles the rewrites of a fetch; undefined when it has none. */
export function compileRewrites(rewrites: readonly Rewrite[] | undefined, types: SupergraphTypes): ApplyRewrites | undefined {
  if (!rewrites || rewrites.length === 0) return undefined;
  const compiled = rewrites.map((rewrite) => compileRewrite(rewrite, types));
  return (object, typeName) => {
    for (const apply of compiled) apply(object, typeName);
  };
}

/** Names that an answer carries and the names that the client knows them by, for paths of errors. */
export function renamedKeys(rewrites: readonly Rewrite[] | undefined): ReadonlyMap<string, string> {
  return new Map(
    (rewrites ?? []).flatMap((rewrite) => (rewrite.kind === 'KeyRenamer' ? [[rewrite.path.at(-1)!, rewrite.renameKeyTo]] : [])),
  );
}
