import { freePort } from '@veza/testing';
import { describe, expect, it } from 'vitest';
import { openCommunity, send } from '../story/live-chat.ts';
import { signUp } from '../story/people.ts';
import { storyTeller } from '../story/steps.ts';
import { startVezaProcess, temporaryFolder } from './veza-process.ts';

interface History {
  readonly channel: { readonly messages: { readonly edges: readonly { readonly node: { readonly content: string } }[] } };
}

describe('a killed Veza', () => {
  it('comes up again with everything that it acknowledged, for the same tokens', async () => {
    using folder = temporaryFolder('killed');
    const port = await freePort();
    await using first = await startVezaProcess({ dataDir: folder.path, port });
    const ada = await signUp(first.url, 'Ada');
    const ben = await signUp(first.url, 'Ben');
    const channelId = await openCommunity(
      storyTeller(() => undefined),
      ada,
      ben,
    );
    const acknowledged: string[] = [];
    const talking = (async () => {
      for (let index = 0; ; index += 1) {
        const content = `message ${index}`;
        await send(ada, { channelId, nonce: content, content });
        acknowledged.push(content);
      }
    })().catch(() => undefined);
    while (acknowledged.length < 20) await new Promise((resolve) => setTimeout(resolve, 10));
    await first.end('SIGKILL');
    await talking;

    await using second = await startVezaProcess({ dataDir: folder.path, port });
    const { channel } = await ben.app.data<History>('ChannelHistory', { id: channelId, last: 100 });
    const contents = channel.messages.edges.map(({ node }) => node.content);
    expect(contents.slice(0, acknowledged.length)).toEqual(acknowledged.slice(-100));
    expect(await second.end('SIGTERM'), second.output()).toBe(0);
  }, 120_000);
});
