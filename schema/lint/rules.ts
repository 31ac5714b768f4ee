import { accessAgrees, accessDeclared, accessTightens, contributedNullable, viewerMarked } from './access.ts';
import { descriptions, textLengths } from './descriptions.ts';
import type { Finding, Rule, SubgraphDocument } from './finding.ts';
import { connections, deprecations, forbiddenDirectives, listSizes, mutations, naming, singleHome } from './shapes.ts';

const RULES: readonly Rule[] = [
  accessAgrees,
  accessDeclared,
  accessTightens,
  connections,
  contributedNullable,
  deprecations,
  descriptions,
  forbiddenDirectives,
  listSizes,
  mutations,
  naming,
  singleHome,
  textLengths,
  viewerMarked,
];

/** Everything that the house rules of the schema do not accept. */
export function lintSchema(subgraphs: readonly SubgraphDocument[]): readonly Finding[] {
  return RULES.flatMap((rule) => rule(subgraphs));
}
