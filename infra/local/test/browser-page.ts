import { findTool } from '@veza/testing';
import { type Browser, chromium, type Page } from 'playwright-core';

/** Flags that keep Chromium quiet on a machine without a network. */
const FLAGS = [
  '--no-sandbox',
  '--disable-dev-shm-usage',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--autoplay-policy=no-user-gesture-required',
];

/** Where Chromium is; undefined when there is none, and then its tests are skipped, visibly. */
export const chromiumPath: string | undefined = findTool('chromium');

/** A page in a fresh headless Chromium, and every address that it asked for. */
export async function openPage(): Promise<{ readonly page: Page; readonly requested: readonly string[]; close(): Promise<void> }> {
  const browser: Browser = await chromium.launch({ executablePath: chromiumPath!, args: FLAGS });
  const page = await browser.newPage();
  const requested: string[] = [];
  page.on('request', (request) => requested.push(request.url()));
  return { page, requested, close: () => browser.close() };
}
