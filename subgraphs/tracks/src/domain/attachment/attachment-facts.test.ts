import { describe, expect, it } from 'vitest';
import { attachmentFacts, isShown } from './attachment-facts.ts';

describe('a file that comes with a message', () => {
  it('is what its signature says', () => {
    const facts = { contentType: 'image/png', pixels: { width: 5_000, height: 10_000 } };
    expect(attachmentFacts(facts)).toEqual(facts);
    expect(attachmentFacts({ contentType: 'audio/flac', pixels: null })).toEqual({ contentType: 'audio/flac', pixels: null });
  });

  it('is any file when it is a picture of more pixels than anybody should decode', () => {
    const any = { contentType: 'application/octet-stream', pixels: null };
    expect(attachmentFacts({ contentType: 'image/png', pixels: { width: 5_001, height: 10_000 } })).toEqual(any);
    expect(attachmentFacts({ contentType: 'image/gif', pixels: { width: 16_385, height: 1 } })).toEqual(any);
  });

  it('is shown in a page when it is sound or a picture, and nothing else is', () => {
    expect(['audio/mpeg', 'image/jpeg', 'image/png', 'image/webp', 'image/gif'].map(isShown)).not.toContain(false);
    const kept = ['image/svg+xml', 'text/html', 'application/octet-stream', 'application/xhtml+xml', 'image/png; x', 'ximage/png'];
    expect(kept.map(isShown)).not.toContain(true);
  });
});
