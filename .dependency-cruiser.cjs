/** Who may import whom. One rule a line of the architecture; `npm test` runs them all. */
const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });
const TESTS = '\\.test\\.ts$';

module.exports = {
  forbidden: [
    rule('no-cycles', 'no import cycle anywhere, type imports included', {}, { circular: true }),
    rule('no-unresolvable', 'every import resolves', {}, { couldNotResolve: true }),
    rule('no-unlisted-dependency', 'every npm import is listed in that workspace', {}, { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] }),
    rule(
      'workspaces-by-name',
      'another workspace is imported by its package name',
      { path: '^(gateway|schema|subgraphs/[^/]+|packages/[^/]+|infra/[^/]+)/' },
      { path: '^(gateway|schema|subgraphs/[^/]+|packages/[^/]+|infra/[^/]+)/', pathNot: '^$1/', dependencyTypes: ['local'] },
    ),
    rule(
      'subgraphs-isolated',
      'a subgraph imports no other subgraph, not the gateway, not infra',
      { path: '^subgraphs/([^/]+)/' },
      { path: '^(subgraphs|gateway|infra)/', pathNot: '^subgraphs/$1/' },
    ),
    rule('gateway-isolated', 'the gateway imports packages and schema', { path: '^gateway/' }, { path: '^(subgraphs|infra)/' }),
    rule('packages-product-free', 'packages import packages only', { path: '^packages/' }, { path: '^(subgraphs|gateway|infra|schema)/' }),
    rule(
      'kernel-is-leaf',
      'the kernel imports only node',
      { path: '^packages/kernel/src/', pathNot: TESTS },
      { pathNot: '^packages/kernel/', dependencyTypesNot: ['core'] },
    ),
    rule(
      'domain-is-pure',
      'the domain imports itself and the kernel',
      { path: '^subgraphs/([^/]+)/src/domain/', pathNot: TESTS },
      { pathNot: ['^subgraphs/$1/src/domain/', '^packages/kernel/'] },
    ),
    rule(
      'application-uses-ports',
      'use cases import the domain, the kernel, event types and types of ports',
      { path: '^subgraphs/([^/]+)/src/application/', pathNot: [TESTS, '/fakes/'] },
      { pathNot: ['^subgraphs/$1/src/(application|domain)/', '^packages/kernel/', '^schema/events/'], dependencyTypesNot: ['type-only'] },
    ),
    rule(
      'graphql-apart-from-infrastructure',
      'resolvers know use cases, not adapters',
      { path: '^subgraphs/([^/]+)/src/graphql/', pathNot: TESTS },
      { path: '^subgraphs/$1/src/(infrastructure/|app\\.ts|main\\.ts|env\\.ts)' },
    ),
    rule(
      'infrastructure-apart-from-graphql',
      'adapters know ports, not resolvers',
      { path: '^subgraphs/([^/]+)/src/infrastructure/', pathNot: TESTS },
      { path: '^subgraphs/$1/src/(graphql/|app\\.ts|main\\.ts|env\\.ts)' },
    ),
    rule(
      'drivers-in-infrastructure',
      'database drivers stay in adapters',
      { path: '^(gateway|subgraphs/[^/]+/src/(domain|application|graphql))/', pathNot: TESTS },
      { path: `node_modules/.*(drizzle-orm|/postgres/|pg-boss)`, dependencyTypesNot: ['type-only'] },
    ),
    rule(
      'in-process-adapters',
      'in-process adapters are for one process: infra/local, a gateway that runs alone, and tests',
      { path: '^(gateway|subgraphs|packages)/', pathNot: ['/test/', TESTS, '^packages/[^/]+/src/in-process/', '^gateway/src/start\\.ts$'] },
      { path: '^packages/(messaging|key-value|blobs)/src/in-process/' },
    ),
    rule(
      'local-is-alone',
      'only infra/local knows several subgraphs',
      { path: '^(gateway|packages|schema|infra/load)/' },
      { path: '^subgraphs/' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Scripts of pages are resolved by the browser, against the door that serves them.
    exclude: { path: '(generated\\.ts$|^infra/load/peers/|^subgraphs/tracks/player/)' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
      extensions: ['.ts', '.js', '.mjs', '.cjs', '.json'],
    },
  },
};
