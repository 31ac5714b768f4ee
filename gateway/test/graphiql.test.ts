import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findTool } from '@veza/testing';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { send } from './app-fixture/ask.ts';
import { startGateway, type RunningGateway } from './app-fixture/gateway.ts';

const BROWSER_ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const tabs = [
  { title: 'Find somebody', query: 'query Find($id: ID!) {\n  person(id: $id) {\n    name\n  }\n}\n', variables: { id: '7' } },
  { title: 'Who am I', query: 'query WhoAmI {\n  me {\n    name\n  }\n}\n' },
  { title: 'Follow', query: 'subscription Follow {\n  count(to: 3, everyMs: 20) {\n    number\n  }\n}\n' },
];

let gateway: RunningGateway;
let cacheFolder: string;
beforeAll(async () => {
  cacheFolder = await mkdtemp(join(tmpdir(), 'graphiql-'));
  gateway = await startGateway({ graphiql: { tabs, cacheFolder }, introspection: false });
});
afterAll(async () => {
  await gateway[Symbol.asyncDispose]();
  await rm(cacheFolder, { recursive: true, force: true });
});

describe('GraphiQL', () => {
  it.each(['/', '/graphql'])('is where a browser is sent that opens %s', async (path) => {
    const { status, headers } = await send(gateway, path, { headers: { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' } });
    expect([status, headers.get('location')]).toEqual([302, '/graphiql']);
  });

  it('is bundled once, and its files are kept by browsers for ever', async () => {
    const { text, headers } = await send(gateway, '/graphiql');
    const nonce = /'nonce-([^']+)'/.exec(headers.get('content-security-policy') ?? '')?.[1];
    expect(text).toContain(`nonce="${nonce}"`);
    const script = /src="([^"]+page\.js)"/.exec(text)![1]!;
    const asset = await send(gateway, script);
    expect([asset.status, asset.headers.get('cache-control')]).toEqual([200, 'public, max-age=31536000, immutable']);
    expect((await send(gateway, script.replace('page.js', '..%2Fpackage.json'))).status).toBe(404);
    expect((await send(gateway, '/graphiql')).headers.get('content-security-policy')).not.toContain(nonce);
  });

  it('is not there when it is switched off', async () => {
    await using without = await startGateway({ graphiql: false });
    expect((await send(without, '/graphiql')).status).toBe(404);
    expect((await send(without, '/graphql', { headers: { accept: 'text/html' } })).status).toBe(406);
  });
});

const executablePath = findTool('chromium');

describe.skipIf(executablePath === undefined)('GraphiQL in a browser', () => {
  let browser: Browser;
  let page: Page;
  const outside: string[] = [];
  const sockets: string[] = [];
  const complaints: string[] = [];
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: executablePath!, args: BROWSER_ARGUMENTS });
    page = await browser.newPage();
    const note = (url: string) => {
      if (new URL(url).host !== new URL(gateway.url).host && !url.startsWith('data:') && !url.startsWith('blob:')) outside.push(url);
    };
    page.on('request', (request) => note(request.url()));
    page.on('websocket', (socket) => {
      sockets.push(socket.url());
      note(socket.url());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      const isAnswer = message.location().url === `${gateway.url}/graphql`;
      if (message.type() === 'error' && !isAnswer) complaints.push(message.text());
    });
    await page.goto(gateway.url);
    await page.locator('.graphiql-execute-button').waitFor();
    await page.locator('.graphiql-query-editor .view-line').first().waitFor();
  });
  afterAll(() => browser.close());

  const ANSWER_MS = 1_500;
  const response = async () => (await page.locator('.graphiql-response').innerText()).replaceAll('\u00a0', ' ');

  /**
   * The editors take a moment to notice a change, so the button is pressed again until the answer is the expected one. Each press gets
   * time to be answered: it empties the answer, and stops a subscription that still runs.
   */
  const expectAnswer = async (tab: string, expected: string) => {
    const isOpen = (await page.locator('.graphiql-tab-active').innerText()).includes(tab);
    if (!isOpen) await page.locator('.graphiql-tab-button', { hasText: tab }).click();
    await expect
      .poll(
        async () => {
          await page.locator('.graphiql-execute-button').click();
          await page.waitForTimeout(ANSWER_MS);
          return response();
        },
        { timeout: 30_000, interval: 100 },
      )
      .toContain(expected);
  };

  it('opens with its tabs and runs a query with its variables', async () => {
    expect(await page.locator('.graphiql-tab-button').allInnerTexts()).toEqual(['Find', 'WhoAmI', 'Follow']);
    await expectAnswer('Find', '"name": "name of 7"');
  });

  it('sends the token of the header editor, and keeps it over a reload and in other tabs', async () => {
    await page.locator('.graphiql-tab-button', { hasText: 'WhoAmI' }).click();
    await page.locator('.graphiql-editor-tool .view-lines:visible').first().click();
    await page.keyboard.press('ControlOrMeta+a');
    // The editor closes the quote and the brace by itself.
    await page.keyboard.type('{"authorization":"ada');
    await expectAnswer('WhoAmI', 'name of user_ada');
    await page.reload();
    await page.locator('.graphiql-query-editor .view-line').first().waitFor();
    await expectAnswer('WhoAmI', 'name of user_ada');
    await expectAnswer('Find', 'name of 7');
  });

  it('runs a subscription over the WebSocket', async () => {
    await expectAnswer('Follow', '"number": 3');
    expect(new Set(sockets)).toEqual(new Set([gateway.socketUrl]));
  });

  it('asks nothing outside of its origin and has nothing to complain about', () => {
    expect(outside).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
