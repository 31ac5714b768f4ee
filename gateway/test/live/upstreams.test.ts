import { waitUntil } from '@veza/testing';
import { describe, expect, it } from 'vitest';
import { coversSelection, mergedSelections } from '../../src/plan/own/live/shared-selection.ts';
import { person } from '../app-fixture/gateway.ts';
import { fakeClient, type FakeClient } from './fake-client.ts';
import { fakeGroups, operationOf } from './fake-groups.ts';
import { fakeLog } from './fake-log.ts';
import { planOf, planSelecting, selectionOf } from './fake-selections.ts';

describe('many selections of the same events', () => {
  it('are read from one upstream, which a few wider ones replaced', async () => {
    const log = fakeLog();
    const { groups } = fakeGroups();
    const clients = Array.from({ length: 1_000 }, (_, number) =>
      fakeClient(groups, (after) => operationOf(planSelecting(log, number), after)),
    );
    for (const client of clients) client.join();
    await waitUntil(() => log.open === 2);
    log.append();
    await waitUntil(() => log.open === 1);
    for (let count = 0; count < 9; count += 1) log.append();
    await waitUntil(() => clients.every(({ seqs }) => seqs.length >= 10));
    for (const { seqs } of clients) expect(seqs).toEqual(Array.from({ length: 10 }, (_, index) => index + 1));
    expect(log.opened).toBe(2);
    for (const client of clients) client.leave();
    expect(groups.size).toBe(0);
    await waitUntil(() => log.open === 0);
  });

  it('keep an upstream of their own where a name stands for two things', async () => {
    const log = fakeLog();
    const { groups } = fakeGroups();
    const clients = ['seq a: f1', 'seq a: f2'].map((text) => fakeClient(groups, (after) => operationOf(planOf(log, text), after)));
    for (const client of clients) client.join();
    await new Promise((resolve) => setTimeout(resolve, 80));
    expect(log.open).toBe(2);
    log.append();
    await waitUntil(() => clients.every(({ seqs }) => seqs.length === 1));
    for (const client of clients) client.leave();
    await waitUntil(() => log.open === 0);
  });

  it('lose nothing by a field that fails for those who selected it', async () => {
    const log = fakeLog();
    const { groups } = fakeGroups();
    const [sound, ill] = ['seq f1', 'seq broken'].map((text) => fakeClient(groups, (after) => operationOf(planOf(log, text), after))) as [
      FakeClient,
      FakeClient,
    ];
    sound.join();
    ill.join();
    await waitUntil(() => log.open === 2);
    log.append();
    await waitUntil(() => log.open === 1 && ill.seqs.length === 1);
    log.append();
    log.append();
    await waitUntil(() => sound.seqs.length === 3 && ill.seqs.length === 2);
    expect(sound.seqs).toEqual([1, 2, 3]);
    expect(ill.received.map(({ seq, typeName }) => seq ?? typeName)).toEqual([1, 'lost', 3]);
    sound.leave();
    ill.leave();
    await waitUntil(() => log.open === 0);
  });

  it('are read together again by who went alone, once there is one upstream that has all it wants', async () => {
    const log = fakeLog();
    const { groups } = fakeGroups();
    const [sound, ill, third] = ['seq f1', 'seq broken', 'seq f1 f2'].map((text) =>
      fakeClient(groups, (after) => operationOf(planOf(log, text), after)),
    ) as [FakeClient, FakeClient, FakeClient];
    sound.join();
    ill.join();
    await waitUntil(() => log.open === 2);
    log.append();
    await waitUntil(() => log.open === 1 && ill.seqs.length === 1);
    log.append();
    log.append();
    await waitUntil(() => sound.seqs.length === 3 && log.open === 2);
    third.join();
    await waitUntil(() => log.open === 3);
    for (let seq = 4; seq <= 6; seq += 1) {
      log.append();
      await waitUntil(() => [sound, ill, third].every(({ seqs }) => seqs.at(-1) === seq));
    }
    await waitUntil(() => log.open === 2);
    for (let seq = 7; seq <= 9; seq += 1) log.append();
    await waitUntil(() => sound.seqs.length === 9);
    expect(sound.seqs).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    sound.leave();
    ill.leave();
    third.leave();
    await waitUntil(() => log.open === 0);
  });

  it('never share between people', async () => {
    const log = fakeLog();
    const { groups } = fakeGroups();
    const clients = ['ada', 'bob'].map((name) =>
      fakeClient(groups, (after) => operationOf(planSelecting(log, 1), after, { caller: person(name) })),
    );
    for (const client of clients) client.join();
    await waitUntil(() => log.open === 2);
    log.append();
    await waitUntil(() => clients.every(({ seqs }) => seqs.length === 1));
    expect(log.open).toBe(2);
    for (const client of clients) client.leave();
    await waitUntil(() => log.open === 0);
  });
});

describe('selections', () => {
  it('are put together unless they contradict each other or depend on variables', () => {
    const [one, other] = [selectionOf('seq f1')!, selectionOf('f2')!];
    const both = mergedSelections(one, other)!;
    expect([coversSelection(both, one), coversSelection(both, other), coversSelection(one, other)]).toEqual([true, true, false]);
    expect(mergedSelections(selectionOf('f1(n: 1)')!, selectionOf('f1(n: 2)')!)).toBeUndefined();
    expect(mergedSelections(selectionOf('f1')!, selectionOf('f1: f2')!)).toBeUndefined();
    expect(selectionOf('f1(n: $n)')).toBeUndefined();
    expect(selectionOf('f1 @skip(if: true)')).toBeUndefined();
    expect(selectionOf('unknown')).toBeUndefined();
  });
});
