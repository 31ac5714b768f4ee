import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { codegen } from '@graphql-codegen/core';
import * as typescript from '@graphql-codegen/typescript';
import * as typescriptResolvers from '@graphql-codegen/typescript-resolvers';
import { parse } from 'graphql';
import type { SubgraphName } from './ids.ts';
import { subgraphSdl } from './sdl.ts';

const room = (name: SubgraphName) => new URL(`../subgraphs/${name}/src/graphql/`, import.meta.url);
const pascal = (name: string) => name[0]!.toUpperCase() + name.slice(1);

/** Parent types of resolvers: every `XModel` that `models.ts` exports stands for the GraphQL type `X`. */
function mappers(name: SubgraphName): Record<string, string> {
  const models = new URL('models.ts', room(name));
  const text = existsSync(models) ? readFileSync(models, 'utf8') : '';
  const exported = [...new Set(Array.from(text.matchAll(/\b(\w+)Model\b/g), ([, type]) => type!))];
  return Object.fromEntries(exported.map((type) => [type, `./models.ts#${type}Model`]));
}

const SCALARS = {
  ID: 'string',
  DateTime: { input: 'Date', output: 'Date' },
  URL: 'string',
  EmailAddress: 'string',
  ByteCount: 'number',
  Decimal: 'string',
  CurrencyCode: 'string',
  _FieldSet: 'string',
};

/** Settings of the generator that are the same for every subgraph. */
const CONFIG = {
  federation: true,
  useTypeImports: true,
  importExtension: '.ts',
  emitLegacyCommonJSImports: false,
  enumsAsTypes: true,
  immutableTypes: true,
  avoidOptionals: { field: true },
  inputMaybeValue: 'T | null | undefined',
  strictScalars: true,
  scalars: SCALARS,
};

/** A generated file: its place and its text. */
export interface GeneratedFile {
  readonly path: string;
  readonly text: string;
}

/** The types that the resolvers of a subgraph are checked against. */
export async function resolverTypes(name: SubgraphName): Promise<GeneratedFile> {
  const path = fileURLToPath(new URL('generated.ts', room(name)));
  const text = await codegen({
    filename: path,
    schema: parse(subgraphSdl(name)),
    documents: [],
    config: { ...CONFIG, contextType: `./context.ts#${pascal(name)}Context`, mappers: mappers(name) },
    plugins: [{ typescript: {} }, { typescriptResolvers: {} }],
    pluginMap: { typescript, typescriptResolvers },
  });
  return { path, text };
}
