import { internalTokenVerifier, type KeySource } from '@veza/auth';
import { graphqlError, serveSubgraph, subgraphSchema, type Subgraph, type SubgraphContext } from '@veza/graphql';
import { systemClock } from '@veza/kernel';
import { createLog } from '@veza/telemetry';
import { announce, answerParent, parentSettings } from '../process/serve-parent.ts';
import { channelLog } from './channel-log.ts';
import { seqOf } from './events.ts';
import type { PublisherQuestion } from './publish.ts';
import { chatSdl } from './sdl.ts';

/** Keys of the gateway's internal tokens. */
const { keySet } = parentSettings<{ readonly keySet: Awaited<ReturnType<KeySource>> }>();
const log = channelLog();
const admitted = (userId: string) => ({ userId, isAdmitted: true, accessEpoch: '1', reason: null });

/** The subgraph that the channel belongs to, served as Veza's own subgraphs are. */
const schema = subgraphSchema<SubgraphContext>({
  name: 'chat',
  sdl: chatSdl,
  resolvers: [
    {
      Query: {
        ping: () => true,
        channelAdmissions: (_root: unknown, { userIds }: { readonly userIds: readonly string[] }) => userIds.map(admitted),
      },
      Subscription: {
        channelEvents: {
          subscribe(_root: unknown, { after }: { readonly after?: string | null }, { request, caller }: SubgraphContext) {
            if (caller.kind === 'anonymous') throw graphqlError('UNAUTHENTICATED', 'This channel is for members.');
            return log.follow(typeof after === 'string' ? seqOf(after) : undefined, request.signal);
          },
          resolve: (event: unknown) => event,
        },
      },
      ChannelEvent: { __resolveType: (event: { readonly __typename: string }) => event.__typename },
    },
  ],
  entities: {},
  rules: { 'channel.view': 'use-case' },
});
const subgraph: Subgraph = { name: 'chat', schema, context: (request) => ({ request, caller: request.caller }), background: {} };
const verifier = internalTokenVerifier({ audience: 'chat', keySet: () => Promise.resolve(keySet), clock: systemClock });
const { url } = await serveSubgraph(subgraph, {
  port: 0,
  host: '127.0.0.1',
  verifyInternalToken: (token) => verifier.verify(token),
  log: createLog({ service: 'chat', level: 'warn', destination: process.stderr }),
});
answerParent(async (question: PublisherQuestion) =>
  question.kind === 'follows' ? { follows: log.follows() } : { times: await log.publish(question.count, question.intervalMs) },
);
announce(url);
