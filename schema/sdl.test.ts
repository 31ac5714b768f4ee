import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { SUBGRAPH_NAMES } from './ids.ts';
import { nodesSdl } from './nodes.ts';
import { subgraphSdl, withCommonHead } from './sdl.ts';

describe('the common head of a subgraph', () => {
  it('brings what is used, with all that it needs, and no more', () => {
    const sdl = withCommonHead(parse('type Query { price: Money @access(level: "PUBLIC") }'));
    expect(sdl).toContain('type Money');
    expect(sdl).toContain('scalar Decimal');
    expect(sdl).not.toContain('PageInfo');
    expect(sdl).not.toContain('@viewer');
    expect(sdl).toContain('import: ["@composeDirective", "@shareable"]');
    expect(sdl).toContain('@link(url: "https://veza.dev/access/v1.0", import: ["@access"])');
  });

  it.each(SUBGRAPH_NAMES)('makes the SDL of %s whole', (name) => {
    expect(() => parse(subgraphSdl(name))).not.toThrow();
  });
});

describe('the nodes subgraph', () => {
  it('has a stub for every type with a global id, with its owner’s access', () => {
    const sdl = nodesSdl();
    expect(sdl).toMatch(/type Track implements Node[\s\S]*?resolvable: false\) @access\(level: "DOMAIN", rule: "track.view"\)/);
    expect(sdl).toMatch(/type User implements Node[\s\S]*?resolvable: false\) @access\(level: "PUBLIC"\)/);
  });
});
