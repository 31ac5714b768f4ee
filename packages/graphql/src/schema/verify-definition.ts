import type { Access } from '@veza/auth';
import type { SubgraphContext } from '../subgraph.ts';
import type { AccessRules } from './access-rules.ts';
import type { EntityLoaders } from './entities.ts';
import type { MergedResolvers } from './resolver-map.ts';
import type { SdlType } from './sdl-model.ts';

/** The parts of a subgraph that must fit each other. */
export interface DefinitionParts {
  readonly types: ReadonlyMap<string, SdlType>;
  readonly resolvers: MergedResolvers;
  readonly entities: EntityLoaders<SubgraphContext>;
  readonly rules: AccessRules<SubgraphContext>;
}

function ruleProblems(where: string, access: Access | undefined, rules: DefinitionParts['rules']): readonly string[] {
  if (!access?.rule) return [];
  const rule = Object.hasOwn(rules, access.rule) ? rules[access.rule] : undefined;
  if (rule === undefined) return [`${where}: the rule "${access.rule}" is not registered`];
  const fits = access.level === 'OWNER' ? typeof rule === 'function' : rule === 'use-case';
  return fits ? [] : [`${where}: the rule "${access.rule}" must be ${access.level === 'OWNER' ? 'a function' : "'use-case'"}`];
}

function rootProblems(type: SdlType, resolvers: MergedResolvers): readonly string[] {
  return [...type.fields].flatMap(([field, access]) => [
    ...(access ? [] : [`${type.name}.${field}: no @access`]),
    ...(access?.level === 'OWNER' ? [`${type.name}.${field}: a root field has no owner`] : []),
    ...(resolvers.get(type.name)?.has(field) ? [] : [`${type.name}.${field}: no resolver`]),
  ]);
}

function typeProblems(type: SdlType, { resolvers, entities, rules }: DefinitionParts): readonly string[] {
  const fieldRules = [...type.fields].flatMap(([field, access]) => ruleProblems(`${type.name}.${field}`, access, rules));
  if (type.kind === 'root') return [...rootProblems(type, resolvers), ...fieldRules];
  const isEntity = type.kind === 'entity';
  return [
    ...(type.access || type.kind === 'value' ? [] : [`${type.name}: no @access`]),
    ...(isEntity && !Object.hasOwn(entities, type.name) ? [`${type.name}: no entity loader`] : []),
    ...(type.kind === 'reference' ? [] : ruleProblems(type.name, type.access, rules)),
    ...fieldRules,
  ];
}

/** @throws Error that lists everything by which the SDL and the code of a subgraph differ */
export function verifyDefinition(name: string, parts: DefinitionParts): void {
  const problems = [
    ...[...parts.types.values()].flatMap((type) => typeProblems(type, parts)),
    ...Object.keys(parts.entities)
      .filter((typeName) => parts.types.get(typeName)?.kind !== 'entity')
      .map((typeName) => `${typeName}: has an entity loader but is no entity here`),
  ];
  if (problems.length > 0) throw new Error(`subgraph ${name} is incomplete:\n  ${problems.join('\n  ')}`);
}
