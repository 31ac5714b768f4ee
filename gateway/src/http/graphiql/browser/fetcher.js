import { createClient } from 'graphql-ws';

const REMEMBERED = 'veza:authorization';
const BAD_TOKEN_CLOSE_CODE = 4403;

/** The `authorization` of a header editor, whatever its case; empty when the editor holds none. A bare token is taken for a bearer token. */
function authorizationIn(headers) {
  const entry = Object.entries(headers).find(([name]) => name.toLowerCase() === 'authorization');
  const text = typeof entry?.[1] === 'string' ? entry[1].trim() : '';
  return text === '' || text.includes(' ') ? text : `Bearer ${text}`;
}

/** A tab without a token of its own speaks as the one that was used last, so that it is pasted once and not in every tab. */
function effectiveAuthorization(headers) {
  const own = authorizationIn(headers);
  if (own !== '') localStorage.setItem(REMEMBERED, own);
  return own === '' ? (localStorage.getItem(REMEMBERED) ?? '') : own;
}

function isSubscription({ operationName }, { documentAST } = {}) {
  const operations = documentAST?.definitions.filter(({ kind }) => kind === 'OperationDefinition') ?? [];
  const chosen = operations.find(({ name }) => name?.value === operationName) ?? operations[0];
  return chosen?.operation === 'subscription';
}

async function ask(url, request, headers, authorization) {
  const others = Object.entries(headers).filter(([name]) => name.toLowerCase() !== 'authorization');
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      ...Object.fromEntries(others),
      accept: 'application/graphql-response+json, application/json',
      'content-type': 'application/json',
      ...(authorization === '' ? {} : { authorization }),
    },
    body: JSON.stringify(request),
  });
  return response.json();
}

/** One socket for each token; it opens with its first subscription and closes with its last. */
function sockets(url) {
  const clients = new Map();
  return (authorization) => {
    const known = clients.get(authorization);
    if (known) return known;
    const client = createClient({
      url,
      connectionParams: authorization === '' ? {} : { authorization },
      shouldRetry: (reason) => reason?.code !== BAD_TOKEN_CLOSE_CODE,
    });
    clients.set(authorization, client);
    return client;
  };
}

/** What GraphiQL sends requests with: subscriptions go over a WebSocket, everything else over HTTP. */
export function graphqlFetcher(path) {
  const url = new URL(path, location.href);
  const socketUrl = new URL(url);
  socketUrl.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  const socketFor = sockets(socketUrl.href);
  return (request, { headers = {}, ...options } = {}) => {
    const authorization = effectiveAuthorization(headers);
    if (isSubscription(request, options)) return socketFor(authorization).iterate(request);
    return ask(url, request, headers, authorization);
  };
}
