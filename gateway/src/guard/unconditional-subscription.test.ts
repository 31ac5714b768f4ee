import { buildSchema, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { unconditionalSubscription } from './unconditional-subscription.ts';

const schema = buildSchema('type Query { id: ID } type Subscription { ticks: Query }');
const refusals = (text: string) => validate(schema, parse(text), [unconditionalSubscription]).map(({ message }) => message);

describe('unconditionalSubscription', () => {
  it.each([
    'subscription { ticks @skip(if: true) { id } }',
    'subscription ($on: Boolean!) { ticks @include(if: $on) { id } }',
    'subscription { ... @skip(if: false) { ticks { id } } }',
    'subscription { ...A } fragment A on Subscription { ...B } fragment B on Subscription { ticks @skip(if: true) { id } }',
    'subscription { ...A @include(if: true) } fragment A on Subscription { ticks { id } }',
  ])('refuses %s', (text) => {
    expect(refusals(text)).toEqual([expect.stringMatching(/^The root field of a subscription takes no "@(skip|include)"\.$/)]);
  });

  it.each([
    'subscription { ticks { id @skip(if: true) } }',
    'subscription { ...A } fragment A on Subscription { ticks { id } ...A }',
    'query { id @skip(if: true) }',
  ])('has nothing against %s', (text) => {
    expect(refusals(text)).toEqual([]);
  });
});
