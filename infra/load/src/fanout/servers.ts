import { composeServices } from '@apollo/composition';
import { newSigningKey } from '@veza/auth';
import { parse } from 'graphql';
import { clientSchemaOf } from '../federation/supergraph.ts';
import { gatewayFlags } from '../ours/node-flags.ts';
import type { Sessions } from '../ours/sessions.ts';
import { type Child, startChild } from '../process/child.ts';
import type { Published, PublisherQuestion } from './publish.ts';
import { chatSdl } from './sdl.ts';

/** A server of events and whoever publishes them. */
export interface EventServer extends AsyncDisposable {
  readonly name: string;
  readonly url: string;
  /** The process whose CPU counts. */
  readonly pid: number;
  /** Publishes events and answers when each was published. @param intervalMs between two; 0 for one in each turn of the event loop */
  publish(count: number, intervalMs?: number): Promise<Published>;
  /** Subscriptions that have reached the publisher since the last time it was asked. */
  follows(): Promise<number>;
}

function eventServer(server: Child, publisher: Child, owned: readonly Child[]): EventServer {
  const ask = <Answer>(question: PublisherQuestion) => publisher.ask<Answer>(question);
  return {
    name: server.name,
    url: server.address,
    pid: server.pid,
    publish: (count, intervalMs = 0) => ask<Published>({ kind: 'publish', count, intervalMs }),
    follows: async () => (await ask<{ readonly follows: number }>({ kind: 'follows' })).follows,
    async [Symbol.asyncDispose]() {
      for (const child of owned) await child[Symbol.asyncDispose]();
    },
  };
}

/** Servers that we compare with, by the names of their files. */
export type PeerName = 'raw-ws' | 'graphql-ws' | 'mercurius-subscriptions';

/** The supergraph of the channel. @param url where its subgraph answers */
function channelSupergraph(url: string): string {
  const { supergraphSdl, errors } = composeServices([{ name: 'chat', url, typeDefs: parse(chatSdl) }]);
  if (errors) throw new Error(errors.map(String).join('\n'));
  return supergraphSdl;
}

/** Starts a peer, which serves the schema that clients of the gateway see and publishes its events itself. */
export async function startPeer(name: PeerName): Promise<EventServer> {
  const schema = clientSchemaOf(channelSupergraph('http://chat.invalid'));
  const child = await startChild(name, `infra/load/peers/src/${name}.js`, { schema });
  return eventServer(child, child, [child]);
}

/** Starts Veza's gateway before a subgraph in a process of its own, which publishes the events. */
export async function startGateway({ keySet }: Sessions, nodeFlags: readonly string[] = []): Promise<EventServer> {
  const { publicJwk, ...internalKey } = await newSigningKey();
  const chat = await startChild('chat', 'infra/load/src/fanout/chat-main.ts', { keySet: { keys: [publicJwk] } });
  const settings = { supergraphSdl: channelSupergraph(chat.address), chatUrl: chat.address, keySet, internalKey };
  const gateway = await startChild('ours', 'infra/load/src/fanout/gateway-main.ts', settings, [...gatewayFlags(), ...nodeFlags]);
  return eventServer(gateway, chat, [gateway, chat]);
}
