import { readFileSync } from 'node:fs';
import { ApolloGateway } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { announce, settings } from './announce.js';

/** Apollo Server over Apollo's gateway, as its documentation starts it. */
const supergraphSdl = readFileSync(settings.supergraph, 'utf8');
const server = new ApolloServer({ gateway: new ApolloGateway({ supergraphSdl }) });
const { url } = await startStandaloneServer(server, { listen: { host: '127.0.0.1', port: 0 } });
announce(new URL('/graphql', url.replace('localhost', '127.0.0.1')).href);
