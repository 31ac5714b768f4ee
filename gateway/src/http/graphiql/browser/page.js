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

const variablesText = (tab) => (tab?.variables === undefined ? undefined : JSON.stringify(tab.variables, null, 2));

/** GraphiQL 5.4 opens the first of its default tabs without that tab's variables; later it keeps what was typed. */
const isFirstVisit = localStorage.getItem('graphiql:tabState') === null;

async function start() {
  const response = await fetch(settings.schemaPath);
  const { data: schema } = await response.json();
  const page = createElement(GraphiQL, {
    fetcher: graphqlFetcher(settings.graphqlPath),
    schema,
    defaultTabs: settings.tabs.map((tab) => ({
      query: `# ${tab.title}\n${tab.query}`,
      variables: variablesText(tab),
      headers: noToken,
    })),
    initialVariables: isFirstVisit ? variablesText(settings.tabs[0]) : undefined,
    defaultHeaders: noToken,
    defaultEditorToolsVisibility: 'headers',
    shouldPersistHeaders: true,
  });
  createRoot(document.getElementById('graphiql')).render(page);
}

await start();
