import { createRequire } from 'node:module';
import { defineConfig } from 'vitest/config';

/** One copy of graphql for tests and for what they load: two copies end in "another module or realm". */
const graphqlModule = createRequire(new URL('schema/package.json', import.meta.url)).resolve('graphql');

const alias = [{ find: /^graphql$/, replacement: graphqlModule }];
const setupFiles = ['packages/testing/src/property-seed.ts'];
const workspaces = '{gateway,schema,packages/*,subgraphs/*,infra/local,infra/load}';

export default defineConfig({
  resolve: { alias },
  test: {
    projects: [
      {
        resolve: { alias },
        test: { name: 'unit', include: [`${workspaces}/src/**/*.test.ts`, 'schema/**/*.test.ts'], setupFiles, testTimeout: 20_000 },
      },
      {
        resolve: { alias },
        test: {
          name: 'integration',
          include: [`${workspaces}/test/**/*.test.ts`],
          setupFiles,
          globalSetup: ['packages/testing/src/global-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
    coverage: {
      provider: 'v8',
      // infra/local is tested as a process of its own, which coverage does not see.
      include: ['{gateway,packages/*,subgraphs/*}/src/**/*.ts'],
      exclude: ['**/*.test.ts', '**/generated.ts', '**/main.ts', '**/ports.ts', '**/tables.ts', '**/index.ts'],
      reporter: ['text-summary', 'json-summary'],
      thresholds: { lines: 90, branches: 88 },
    },
  },
});
