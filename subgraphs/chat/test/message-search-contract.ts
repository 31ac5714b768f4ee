import type { UserId } from '../src/domain/community.ts';
import type { ChannelId } from '../src/domain/channel.ts';
import type { MessageId } from '../src/domain/message/message.ts';
import type { MessageSearch, MessageSearchFilter } from '../src/application/ports/message-search.ts';
import { expect, it } from 'vitest';

/** A message for a search to find. */
export interface Said {
  readonly id: MessageId;
  readonly authorId: UserId;
}

/** A channel in which things are said, and a search that knows of them. */
export interface SearchFixture {
  readonly search: MessageSearch;
  readonly channelId: ChannelId;
  readonly otherChannelId: ChannelId;
  say(text: string, where?: ChannelId): Promise<Said>;
  edit(said: Said, text: string): Promise<void>;
  remove(said: Said): Promise<void>;
  pin(said: Said): Promise<void>;
  /** Lets a minute pass, and answers the instant afterwards. */
  wait(): Date;
}

const SLICE = { direction: 'forward', size: 10, after: undefined, before: undefined } as const;

/** What every adapter of `MessageSearch` does. @param open a fixture of its own for each test */
export function messageSearchContract(open: () => Promise<SearchFixture>): void {
  const found = async ({ search, channelId }: SearchFixture, text: string, filter: MessageSearchFilter = {}) => {
    const query = { text, channelIds: [channelId], filter };
    const { items } = await search.find(query, SLICE);
    expect(await search.count(query)).toBe(items.length);
    return items.map(({ content }) => content);
  };

  it('finds words in any case and language, newest first, and nothing of other channels', async () => {
    const fixture = await open();
    await fixture.say('The Night is young');
    await fixture.say('die Nacht ist jung');
    await fixture.say('a night elsewhere', fixture.otherChannelId);
    await fixture.say('NIGHT and day');
    expect(await found(fixture, 'night')).toEqual(['NIGHT and day', 'The Night is young']);
    expect(await found(fixture, 'Nacht')).toEqual(['die Nacht ist jung']);
    expect(await fixture.search.find({ text: 'night', channelIds: [], filter: {} }, SLICE)).toMatchObject({ items: [] });
  });

  it('takes phrases, alternatives and what is to be left out, and never minds what is typed', async () => {
    const fixture = await open();
    for (const text of ['red guitar', 'guitar red', 'blue piano']) await fixture.say(text);
    expect(await found(fixture, '"red guitar"')).toEqual(['red guitar']);
    expect(await found(fixture, 'guitar or piano')).toHaveLength(3);
    expect(await found(fixture, 'guitar -"red guitar"')).toEqual(['guitar red']);
    for (const text of ['', '!!!', '"', ':* & | ( ', '-', "' or 1=1 --"]) await found(fixture, text);
    expect(await found(fixture, '!!!')).toEqual([]);
  });

  it('knows edits and deletions at once', async () => {
    const fixture = await open();
    const said = await fixture.say('draft');
    await fixture.edit(said, 'final');
    expect([await found(fixture, 'draft'), await found(fixture, 'final')]).toEqual([[], ['final']]);
    await fixture.remove(said);
    expect(await found(fixture, 'final')).toEqual([]);
  });

  it('narrows by author, time, addresses and pins', async () => {
    const fixture = await open();
    const early = await fixture.say('song one https://veza.example/one');
    const since = fixture.wait();
    await fixture.say('song two');
    await fixture.pin(early);
    expect(await found(fixture, 'song', { since })).toEqual(['song two']);
    expect(await found(fixture, 'song', { until: since, authorId: early.authorId })).toHaveLength(1);
    expect(await found(fixture, 'song', { hasLink: true, isPinned: true })).toHaveLength(1);
    expect(await found(fixture, 'song', { isPinned: false })).toEqual(['song two']);
    expect(await found(fixture, 'song', { hasAttachment: true })).toEqual([]);
    expect(await found(fixture, 'song', { hasTrackMoment: false, hasLink: false })).toEqual(['song two']);
    expect(await found(fixture, 'song', { mentionsUserId: early.authorId })).toEqual([]);
  });

  it('pages through all hits, each once, forth and back', async () => {
    const fixture = await open();
    for (let number = 1; number <= 5; number += 1) await fixture.say(`take ${number}`);
    const query = { text: 'take', channelIds: [fixture.channelId], filter: {} };
    const first = await fixture.search.find(query, { ...SLICE, size: 2 });
    const rest = await fixture.search.find(query, { ...SLICE, after: first.items[1]!.id });
    const back = await fixture.search.find(query, { ...SLICE, direction: 'backward', size: 2, before: rest.items[0]!.id });
    expect([...first.items, ...rest.items].map(({ content }) => content)).toEqual(['take 5', 'take 4', 'take 3', 'take 2', 'take 1']);
    expect([first.hasNextPage, rest.hasNextPage]).toEqual([true, false]);
    expect(back.items).toEqual(first.items);
  });
}
