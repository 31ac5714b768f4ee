import type { DirectiveNode, ObjectTypeDefinitionNode } from 'graphql';
import { Kind, print } from 'graphql';
import { directiveOf, fields, isStub, objectTypes, ROOT_TYPES, type Rule, stringArgument } from './finding.ts';

const LEVELS: ReadonlySet<string> = new Set(['PUBLIC', 'VIEWER', 'OWNER', 'STAFF', 'DOMAIN', 'INTERNAL']);
/** Strictness; a field may raise its type's, never lower it. */
const RANK: Readonly<Record<string, number>> = { PUBLIC: 0, DOMAIN: 1, VIEWER: 1, OWNER: 2, STAFF: 3, INTERNAL: 4 };

const isEntity = (type: ObjectTypeDefinitionNode) => directiveOf(type, 'key') !== undefined;

function invalid(access: DirectiveNode): string | undefined {
  const level = stringArgument(access, 'level') ?? '';
  if (!LEVELS.has(level)) return `has the unknown level ${level}`;
  const needsRule = level === 'OWNER' || level === 'DOMAIN';
  if (needsRule !== (stringArgument(access, 'rule') !== undefined))
    return `of level ${level} ${needsRule ? 'names no rule' : 'names a rule that is never asked'}`;
  return level === 'STAFF' && !access.arguments?.some(({ name }) => name.value === 'scopes') ? 'of level STAFF names no scope' : undefined;
}

/** Every root field and every entity says who may read it, in a form that can be enforced. */
export const accessDeclared: Rule = (subgraphs) =>
  subgraphs.flatMap((subgraph) =>
    objectTypes(subgraph).flatMap((type) => {
      const needed = ROOT_TYPES.has(type.name.value) ? (type.fields ?? []) : isEntity(type) ? [type] : [];
      const missing = needed.filter((node) => !directiveOf(node, 'access')).map((node) => ({ node, message: 'has no @access' }));
      const wrong = [type, ...(type.fields ?? [])].flatMap((node) => {
        const access = directiveOf(node, 'access');
        const message = access && invalid(access);
        return message ? [{ node, message }] : [];
      });
      return [...missing, ...wrong].map(({ node, message }) => ({
        rule: 'access-declared',
        subgraph: subgraph.name,
        place: `${type.name.value}.${node.name.value}`,
        message,
      }));
    }),
  );

/** A field never loosens what its type demands, and INTERNAL fields are invisible to clients. */
export const accessTightens: Rule = (subgraphs) =>
  subgraphs.flatMap((subgraph) =>
    objectTypes(subgraph).flatMap((type) => {
      const typeLevel =
        stringArgument(directiveOf(type, 'access') ?? { kind: Kind.DIRECTIVE, name: { kind: Kind.NAME, value: '' } }, 'level') ?? 'PUBLIC';
      return (type.fields ?? []).flatMap((field) => {
        const access = directiveOf(field, 'access');
        const level = access && stringArgument(access, 'level');
        if (!level) return [];
        const found = (message: string) => ({
          rule: 'access-tightens',
          subgraph: subgraph.name,
          place: `${type.name.value}.${field.name.value}`,
          message,
        });
        return [
          ...(RANK[level]! < RANK[typeLevel]! ? [found(`is ${level} on a type that is ${typeLevel}`)] : []),
          ...(level === 'INTERNAL' && !directiveOf(field, 'inaccessible') ? [found('is INTERNAL but not @inaccessible')] : []),
        ];
      });
    }),
  );

/** Composition keeps the most frequent of several rules for one type, so all subgraphs that add to it agree. */
export const accessAgrees: Rule = (subgraphs) => {
  const seen = new Map<string, string>();
  return subgraphs.flatMap((subgraph) =>
    objectTypes(subgraph).flatMap((type) => {
      const access = directiveOf(type, 'access');
      if (!access) return [];
      const text = print(access);
      const first = seen.get(type.name.value) ?? text;
      seen.set(type.name.value, first);
      return first === text
        ? []
        : [
            {
              rule: 'access-agrees',
              subgraph: subgraph.name,
              place: type.name.value,
              message: `says ${text}, another subgraph says ${first}`,
            },
          ];
    }),
  );
};

/** What depends on the viewer says so, or the gateway would share it between people. */
export const viewerMarked: Rule = (subgraphs) =>
  subgraphs.flatMap((subgraph) =>
    fields(subgraph).flatMap(({ parent, field }) =>
      !ROOT_TYPES.has(parent) &&
      /^viewer[A-Z]|^(unreadCount|mentionCount|isCurrent)$/.test(field.name.value) &&
      !directiveOf(field, 'viewer') &&
      !/Payload$|^Viewer$|Connection$/.test(parent)
        ? [
            {
              rule: 'viewer-marked',
              subgraph: subgraph.name,
              place: `${parent}.${field.name.value}`,
              message: 'depends on the viewer and lacks @viewer',
            },
          ]
        : [],
    ),
  );

/** An entity that another subgraph owns is contributed to with nullable fields: an outage nulls a field, not the page. What both resolve is as the owner has it. */
export const contributedNullable: Rule = (subgraphs) => {
  const owners = new Map<string, string>();
  for (const subgraph of subgraphs) {
    for (const type of objectTypes(subgraph))
      if (isEntity(type) && !isStub(type) && !owners.has(type.name.value)) owners.set(type.name.value, subgraph.name);
  }
  return subgraphs.flatMap((subgraph) =>
    objectTypes(subgraph)
      .filter((type) => isEntity(type) && owners.get(type.name.value) !== subgraph.name)
      .flatMap((type) =>
        (type.fields ?? [])
          .filter(
            (field) =>
              field.name.value !== 'id' &&
              field.type.kind === Kind.NON_NULL_TYPE &&
              !directiveOf(field, 'external') &&
              !directiveOf(field, 'shareable') &&
              !directiveOf(field, 'inaccessible'),
          )
          .map((field) => ({
            rule: 'contributed-nullable',
            subgraph: subgraph.name,
            place: `${type.name.value}.${field.name.value}`,
            message: `is non-null, but ${owners.get(type.name.value)} owns the type`,
          })),
      ),
  );
};
