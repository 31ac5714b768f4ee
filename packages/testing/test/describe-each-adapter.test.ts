import { describeEachAdapter } from '@veza/testing';
import { describe, expect, it } from 'vitest';

const events: string[] = [];
const fixture = (name: string, tool?: string) => ({
  name,
  ...(tool === undefined ? {} : { tool }),
  open: (start: number) => {
    events.push(`open ${name}`);
    const close = () => Promise.resolve(void events.push(`close ${name}`));
    return Promise.resolve({ adapter: { count: () => start }, close });
  },
});

describeEachAdapter('Counter', [fixture('one'), fixture('other'), fixture('absent', 'no-such-tool')], ({ name, open }) => {
  it('hands the suite a fresh adapter and closes it after the test', async () => {
    const [first, second] = [await open(1), await open(2)];
    expect([first.count(), second.count()]).toEqual([1, 2]);
    expect(events.filter((event) => event === `close ${name}`)).toEqual([]);
  });

  it('has closed them in the next test', () => {
    expect(events.filter((event) => event === `close ${name}`).length).toBe(2);
  });
});

describe('describeEachAdapter', () => {
  it('opens no adapter whose tool is absent', () => {
    expect(events.filter((event) => event.endsWith('absent'))).toEqual([]);
  });
});
