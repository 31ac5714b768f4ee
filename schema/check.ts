import { parse } from 'graphql';
import { composeSecond, publicSchemaOf, compose, services } from './compose.ts';
import { ID_OWNERS } from './ids.ts';
import { lintSchema } from './lint/rules.ts';

/** Types of the public id list that stand there twice. */
function doubleIdTypes(): readonly string[] {
  const types = Object.values(ID_OWNERS).map(({ type }) => type);
  return types.filter((type, index) => types.indexOf(type) !== index);
}

/** What a client sees of the second composer's supergraph must be what it sees of ours. */
function composersDisagree(): readonly string[] {
  const subgraphs = services();
  return publicSchemaOf(composeSecond(subgraphs)) === compose(subgraphs).publicSchema
    ? []
    : ['the two composers make different public schemas'];
}

const findings = lintSchema(services().map(({ name, sdl }) => ({ name, document: parse(sdl) }))).map(
  ({ rule, subgraph, place, message }) => `${subgraph}: ${place} ${message} (${rule})`,
);
const problems = [...findings, ...doubleIdTypes().map((type) => `ids.ts: ${type} has two prefixes`), ...composersDisagree()];
for (const problem of problems) console.error(problem);
console.log(`schema: ${problems.length} problems`);
process.exitCode = problems.length > 0 ? 1 : 0;
