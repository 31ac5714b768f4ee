import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toId } from './id.ts';
import { parseTypeId, toTypeId, toUuid, typeIdPrefix } from './type-id.ts';
import { NIL_UUID, uuidv7 } from './uuid.ts';

describe('type ids', () => {
  it('print the example of the TypeID specification', () => {
    expect(toTypeId('prefix', '0188bac7-4afa-78aa-bc3b-bd1eef28d881')).toBe('prefix_01h2xcejqtf2nbrexx3vqjhp41');
  });

  it('survive the way out and back', () => {
    fc.assert(fc.property(fc.uuid(), (uuid) => parseTypeId('user', toTypeId('user', uuid)) === uuid));
  });

  it.each([
    ['another prefix', 'track_01h2xcejqtf2nbrexx3vqjhp41'],
    ['a letter that the alphabet lacks', 'user_01h2xcejqtf2nbrexx3vqjhpu1'],
    ['a first character above 7', 'user_81h2xcejqtf2nbrexx3vqjhp41'],
    ['upper case', 'user_01H2XCEJQTF2NBREXX3VQJHP41'],
    ['too few characters', 'user_01h2x'],
    ['nothing', ''],
  ])('with %s are nobody', (_what, text) => {
    expect(parseTypeId('user', text)).toBeUndefined();
    expect(toUuid('user', text)).toBe(NIL_UUID);
    expect(toId('user', text)).toBe('user_00000000000000000000000000');
  });

  it('tell their prefix', () => {
    expect(typeIdPrefix('channel_01h2xcejqtf2nbrexx3vqjhp41')).toBe('channel');
    expect(typeIdPrefix('nothing')).toBeUndefined();
  });
});

describe('uuidv7', () => {
  it('orders by the instant and marks version and variant', () => {
    const earlier = uuidv7(new Date('2026-01-01T00:00:00.000Z'), (length) => new Uint8Array(length).fill(255));
    const later = uuidv7(new Date('2026-01-01T00:00:00.001Z'), (length) => new Uint8Array(length));
    expect(earlier < later).toBe(true);
    expect(later).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(Number.parseInt(later.replaceAll('-', '').slice(0, 12), 16)).toBe(Date.parse('2026-01-01T00:00:00.001Z'));
  });
});
