import { describe, expect, it } from 'vitest';
import { imageResolvers } from './image.ts';

describe('the address of a picture', () => {
  const { url } = imageResolvers('https://media.example').Image;
  const image = { id: '0123456789abcdefghjkmnpqrs' };

  it('is that of the next larger size', () => {
    expect(url(image, { size: 200 })).toBe('https://media.example/i/0123456789abcdefghjkmnpqrs/256.jpg');
  });

  it.each([0, 1025])('is refused for %i pixels', (size) => {
    expect(() => url(image, { size })).toThrow(
      expect.objectContaining({ extensions: expect.objectContaining({ code: 'BAD_USER_INPUT' }) }),
    );
  });
});
