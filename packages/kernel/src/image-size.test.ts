import { describe, expect, it } from 'vitest';
import { imageSizeFor } from './image-size.ts';

describe('the size of a picture', () => {
  it.each([
    [1, 64],
    [64, 64],
    [65, 128],
    [300, 512],
    [1024, 1024],
    [0, undefined],
    [-5, undefined],
    [1025, undefined],
  ])('for %i wanted pixels is %s', (wanted, size) => {
    expect(imageSizeFor(wanted)).toBe(size);
  });
});
