import { execute, buildSchema, parse } from 'graphql';
import { readFileSync } from 'node:fs';
import { oneSchemaResolvers } from '../federation/resolvers.ts';
import type { BenchQuery } from '../federation/queries.ts';
import { digestOf } from '../http/digest.ts';
import type { Verification, VerifyQuestion } from '../http/load-main.ts';
import type { Child } from '../process/child.ts';
import type { Candidate } from './candidates.ts';

type Resolver = (parent: unknown, args: unknown) => unknown;

/** What graphql-js itself answers to every set of variables, as digests. */
export function expectedDigests(schemaFile: string, { text, variableSets }: BenchQuery): readonly string[] {
  const schema = buildSchema(readFileSync(schemaFile, 'utf8'));
  for (const [typeName, fields] of Object.entries(oneSchemaResolvers)) {
    const type = schema.getType(typeName);
    if (!type || !('getFields' in type)) throw new Error(`no type ${typeName}`);
    for (const [name, resolve] of Object.entries(fields)) Object.assign(type.getFields()[name]!, { resolve: resolve as Resolver });
  }
  const document = parse(text);
  return variableSets.map((variableValues) => {
    const result = execute({ schema, document, variableValues });
    if (result instanceof Promise || result.errors || !result.data) throw new Error('the fixture cannot answer its own query');
    return digestOf(result.data);
  });
}

/** What a candidate is asked with, and what it has to answer. */
export interface Check {
  readonly generator: Child;
  readonly query: BenchQuery;
  readonly expected: readonly string[];
  readonly tokens: readonly string[];
}

/**
 * Asks a candidate every set of variables once, which warms it too.
 * @throws Error when one of its answers is not exactly what graphql-js answers
 */
export async function verify({ name, server }: Candidate, { generator, query, expected, tokens }: Check): Promise<void> {
  const question: VerifyQuestion = { kind: 'verify', query: query.name, url: server.address, tokens };
  const verification = await generator.ask<Verification>(question);
  if ('error' in verification) throw new Error(`${name} fails ${query.name}: ${verification.error}`);
  const wrong = expected.findIndex((digest, index) => digest !== verification.digests[index]);
  if (wrong >= 0) throw new Error(`${name} answers ${query.name} wrongly for ${JSON.stringify(query.variableSets[wrong])}`);
}
