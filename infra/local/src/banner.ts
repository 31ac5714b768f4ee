/** What a newcomer needs to know once everything runs. */
export interface Running {
  readonly url: string;
  readonly graphiql: boolean;
  readonly dataDir: string;
  readonly transcoder: string | undefined;
  /** Since the process began. */
  readonly milliseconds: number;
}

/** The block that the start prints when it is ready. */
export function banner({ url, graphiql, dataDir, transcoder, milliseconds }: Running): string {
  const lines: readonly (readonly [string, string])[] = [
    ...(graphiql ? [['GraphiQL', `${url}/graphiql`] as const] : []),
    ['GraphQL', `${url}/graphql  (HTTP, and WebSocket for subscriptions)`],
    ['Data', dataDir],
    ['Mail', `${dataDir}/mail  (one file a mail; nothing is sent)`],
    ['Audio', transcoder ?? 'no transcoder found: uploads are kept, tracks stay FAILED until ffmpeg is installed'],
    ['Stop', 'Ctrl-C'],
  ];
  const rows = lines.map(([name, value]) => `  ${name.padEnd(9)} ${value}`);
  return ['', `  Veza is ready (${(milliseconds / 1000).toFixed(1)} s)`, '', ...rows, ''].join('\n');
}
