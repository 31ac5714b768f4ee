/** An operation that waits in a tab of its own. */
export interface GraphiqlTab {
  /** First line of the tab, as a comment. */
  readonly title: string;
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

/** What the page is told by the server. */
export interface GraphiqlSettings {
  readonly graphqlPath: string;
  readonly schemaPath: string;
  readonly tabs: readonly GraphiqlTab[];
}

/** JSON for inside a `script` element: nothing in it can end the element. */
const embedded = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');

/** The page. @param assets path of the bundled files, without a slash at its end @param nonce of this answer's content security policy */
export function graphiqlDocument(settings: GraphiqlSettings, assets: string, nonce: string): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>GraphiQL</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="${assets}/page.css" />
    <style nonce="${nonce}">html, body, #graphiql { height: 100%; margin: 0; } #graphiql > p { font-family: sans-serif; padding: 2rem; }</style>
  </head>
  <body>
    <div id="graphiql"><p>GraphiQL is loading.</p></div>
    <script type="application/json" id="settings" nonce="${nonce}">${embedded(settings)}</script>
    <script type="module" src="${assets}/page.js" nonce="${nonce}"></script>
  </body>
</html>
`;
}

/**
 * What the page may load: its own files, and answers from its own origin. Styles are inline, because the editor makes them at run time.
 * @param publicUrl whose WebSocket the page talks to
 */
export function contentSecurityPolicy(nonce: string, publicUrl: string): string {
  const { host, protocol } = new URL(publicUrl);
  const socket = `${protocol === 'https:' ? 'wss' : 'ws'}://${host}`;
  return [
    `default-src 'none'`,
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'unsafe-inline'`,
    `font-src 'self' data:`,
    `img-src 'self' data:`,
    `worker-src 'self'`,
    `connect-src 'self' ${socket}`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `frame-ancestors 'none'`,
  ].join('; ');
}
