import { parse, print } from 'graphql';
import { describe, expect, it } from 'vitest';
import { describeOnce } from './describe-once.ts';

const described = (documents: Record<string, string>) =>
  Object.fromEntries(
    describeOnce(Object.entries(documents).map(([name, sdl]) => ({ name, document: parse(sdl) }))).map(({ name, document }) => [
      name,
      print(document),
    ]),
  );

describe('describeOnce', () => {
  it('lets the owner speak of a type, whatever the order', () => {
    const { chat, users } = described({
      chat: '"A stub." type User { "Id there." id: ID! }',
      users: '"A person." type User { "Id here." id: ID! "Name." username: String! }',
    });
    expect(chat).not.toContain('"');
    expect(users).toContain('"A person."');
    expect(users).toContain('"Id here."');
  });

  it('lets the first speak where nobody owns', () => {
    const { a, b } = described({ a: '"First." enum Code { "One." ONE }', b: '"Second." enum Code { "Other." ONE "Two." TWO }' });
    expect(a).toContain('"First."');
    expect(b).not.toContain('Second');
    expect(b).not.toContain('Other');
    expect(b).toContain('"Two."');
  });

  it('describes the roots once for all', () => {
    const { a, b } = described({ a: '"Mine." type Query { x: Int }', b: 'type Query { y: Int }' });
    expect(a).toContain('"What can be read."');
    expect(b).toContain('"What can be read."');
  });
});
