import { join } from 'node:path';
import { clientDocuments, trustedDocuments } from '@veza/schema';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { firstLight } from '../story/first-light.ts';
import { storyTeller } from '../story/steps.ts';
import { attachmentDocuments } from './attachment-documents.ts';
import { communityDocuments } from './community-documents.ts';
import { inboxDocuments } from './inbox-documents.ts';
import { conversationDocuments } from './conversation-documents.ts';
import { accountDocuments, chatDocuments, songDocuments } from './other-documents.ts';
import { startVezaProcess, temporaryFolder, type VezaProcess } from './veza-process.ts';

const NOT_KNOWN: ReadonlySet<string> = new Set(['PERSISTED_DOCUMENT_NOT_FOUND', 'GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED']);

/** What a document that is asked for by its id is answered with, without a token and without variables. */
async function askById(url: string, documentId: string): Promise<{ readonly kind: string | undefined; readonly codes: readonly string[] }> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ documentId }),
  });
  const { errors = [] } = (await response.json()) as { readonly errors?: readonly { readonly extensions: { readonly code: string } }[] };
  const kind = /^application\/(\w+)/.exec(response.headers.get('content-type') ?? '')?.[1];
  return { kind, codes: errors.map(({ extensions }) => extensions.code) };
}

describe('Veza from an empty folder', () => {
  const folder = temporaryFolder('story');
  let veza: VezaProcess;
  beforeAll(async () => void (veza = await startVezaProcess({ dataDir: folder.path })), 90_000);
  afterAll(() => folder[Symbol.dispose]());

  it('goes through the first five minutes as the story tells them', async () => {
    const teller = storyTeller(() => undefined);
    await firstLight(veza.url, teller);
    expect(teller.steps.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['UpdateProfile with a picture', 'UpdateTrack with a cover', 'ProfilePage: four subgraphs, one request']),
    );
  }, 180_000);

  it('serves every other document that the app sends', async () => {
    const trackId = await songDocuments(veza.url);
    expect(trackId).toMatch(/^track_/);
    await chatDocuments(veza.url, trackId);
    await communityDocuments(veza.url);
    await attachmentDocuments(veza.url);
    await conversationDocuments(veza.url);
    await inboxDocuments(veza.url);
    await accountDocuments(veza.url, join(folder.path, 'mail'));
  }, 180_000);

  it('has counted each of these documents by its name', async () => {
    const text = await (await fetch(`${veza.url}/metrics`)).text();
    const counted = new Set(Array.from(text.matchAll(/veza_operation_duration_seconds_count\{operation="(\w+)"/g), ([, name]) => name));
    const missing = clientDocuments().filter(({ name, isPending }) => !isPending && !counted.has(name));
    expect(missing.map(({ name }) => name)).toEqual([]);
  });

  it('knows each of them by its id', async () => {
    const ready = new Set(clientDocuments().flatMap(({ name, isPending }) => (isPending ? [] : [name])));
    const ids = Array.from(trustedDocuments()).flatMap(([id, { name }]) => (ready.has(name) ? [[id, name] as const] : []));
    expect(ids).toHaveLength(ready.size);
    const unknown: string[] = [];
    for (const [documentId, name] of ids) {
      // Nobody asks, and says nothing: most are refused for that, which takes a document that is known and valid.
      const { codes, kind } = await askById(veza.url, documentId);
      if (kind !== 'json' || codes.some((code) => NOT_KNOWN.has(code))) unknown.push(`${name}: ${codes.join()}`);
    }
    expect(unknown).toEqual([]);
  });

  it('ends cleanly when it is asked to', async () => {
    expect(await veza.end('SIGINT'), veza.output()).toBe(0);
  });
});
