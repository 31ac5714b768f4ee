import { idGenerator } from '@veza/kernel';
import { expect, it } from 'vitest';
import { joinedAt } from './joined-at.ts';

it('the id of an account tells when it was made', () => {
  const madeAt = new Date('2026-03-04T05:06:07.089Z');
  const newId = idGenerator(
    () => madeAt,
    (length) => new Uint8Array(length).fill(255),
  );
  expect(joinedAt(newId('user'))).toEqual(madeAt);
});
