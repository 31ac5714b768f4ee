import { buildSchema } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import { announce, settings } from './announce.js';
import { publishOnDemand } from './publishing.js';

/** graphql-ws over graphql-js: every client's subscription is executed for itself. */
const listeners = new Set();

async function* follow() {
  const waiting = [];
  let wake;
  const listen = (event) => {
    waiting.push(event);
    wake?.();
  };
  listeners.add(listen);
  try {
    for (;;) {
      while (waiting.length === 0) await new Promise((resolve) => (wake = resolve));
      yield { channelEvents: waiting.shift() };
    }
  } finally {
    listeners.delete(listen);
  }
}

const schema = buildSchema(settings.schema);
schema.getSubscriptionType().getFields().channelEvents.subscribe = follow;
const server = new WebSocketServer({ host: '127.0.0.1', port: 0, path: '/graphql' });
useServer({ schema }, server);
publishOnDemand((event) => {
  for (const listen of listeners) listen(event);
});
server.on('listening', () => announce(`ws://127.0.0.1:${server.address().port}/graphql`));
