import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { createGatewayRuntime } from '@graphql-hive/gateway-runtime';
import { unifiedGraphHandler } from '@graphql-hive/router-runtime';
import http from '@graphql-mesh/transport-http';
import { announce, settings } from './announce.js';

/** Hive Gateway's runtime with the planner in Rust; everything else as it ships, de-duplication of requests to subgraphs included. */
const gateway = createGatewayRuntime({
  supergraph: readFileSync(settings.supergraph, 'utf8'),
  unifiedGraphHandler,
  transports: { http },
  logging: false,
});
const server = createServer(gateway).listen(0, '127.0.0.1', () => announce(`http://127.0.0.1:${server.address().port}/graphql`));
