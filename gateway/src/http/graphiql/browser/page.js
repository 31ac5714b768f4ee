import { GraphiQL } from 'graphiql';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import 'graphiql/style.css';
import { graphqlFetcher } from './fetcher.js';

/** Path, schema and tabs, as the server wrote them into the page. */
const settings = JSON.parse(document.getElementById('settings').textContent);

/** Monaco does its work in workers of its own, served from beside this script. */
globalThis.MonacoEnvironment = {
  getWorker(_id, label) {
    const name = label === 'json' || label === 'graphql' ? label : 'editor';
    return new Worker(new URL(`./${name}.worker.js`, import.meta.url));
  },
};

const noToken = JSON.stringify({ authorization: '' }, null, 2);

async function start() {
  const response = await fetch(settings.schemaPath);
  const { data: schema } = await response.json();
  const page = createElement(GraphiQL, {
    fetcher: graphqlFetcher(settings.graphqlPath),
    schema,
    defaultTabs: settings.tabs.map(({ title, query, variables }) => ({
      query: `# ${title}\n${query}`,
      variables: variables === undefined ? undefined : JSON.stringify(variables, null, 2),
      headers: noToken,
    })),
    defaultHeaders: noToken,
    defaultEditorToolsVisibility: 'headers',
    shouldPersistHeaders: true,
  });
  createRoot(document.getElementById('graphiql')).render(page);
}

await start();
