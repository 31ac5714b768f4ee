import { Supergraph } from '@apollo/federation-internals';
import { defaultLimits } from '@veza/guard';
import { clientDocuments, supergraphSdl } from '@veza/schema';
import { Kind, parse, print, type OperationDefinitionNode } from 'graphql';
import { describe, expect, it } from 'vitest';
import { operationCost } from '../src/guard/cost.ts';
import { costTree } from '../src/guard/cost-tree.ts';
import { costWeights } from '../src/guard/cost-weights.ts';
import { documentProblems } from '../src/guard/document-rules.ts';
import { normalise } from '../src/pipeline/normalise.ts';
import { apiSchemaOf } from '../src/supergraph/api-schema.ts';

const sdl = parse(supergraphSdl());
const { schema } = apiSchemaOf(Supergraph.build(sdl), sdl);
const weights = costWeights(sdl);
const documents = clientDocuments().filter(({ isPending }) => !isPending);

/** Points of a document when every page that a variable decides has so many items. */
function costOf(name: string, pageSize: number): number {
  const { document } = documents.find((candidate) => candidate.name === name)!;
  const operation = document.definitions.find((node): node is OperationDefinitionNode => node.kind === Kind.OPERATION_DEFINITION)!;
  const normalised = normalise(schema, document, operation);
  const cost = operationCost(costTree(schema, weights, normalised.document, normalised.operation));
  const pages = name === 'ChannelHistory' ? { last: pageSize } : { first: pageSize, last: pageSize };
  return cost.of({ ...normalised.literals, ...pages });
}

describe('the guard and the documents of our own clients', () => {
  it('has documents to look at', () => {
    expect(documents.length).toBeGreaterThan(20);
  });

  it.each(documents.map(({ name }) => name))('lets %s pass with pages of 100', (name) => {
    const { document } = documents.find((candidate) => candidate.name === name)!;
    const operation = document.definitions.find((node): node is OperationDefinitionNode => node.kind === Kind.OPERATION_DEFINITION)!;
    const rules = { schema, limits: defaultLimits, hideSuggestions: false };
    const problems = documentProblems(rules, document, operation);
    expect(problems.map(({ message }) => `${message}\n${print(document)}`)).toEqual([]);
    expect(costOf(name, 100)).toBeLessThanOrEqual(defaultLimits.cost);
  });

  it('charges a history by its page', () => {
    const [small, middle, large] = [20, 50, 100].map((size) => costOf('ChannelHistory', size));
    expect(large! - middle!).toBe((50 / 30) * (middle! - small!));
    expect(large).toBeGreaterThan(1_000);
  });
});
