import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { linkedNames } from './links.ts';

const COST = 'https://specs.apollo.dev/cost';
const names = (link: string) =>
  linkedNames(parse(`schema @link(url: "https://specs.apollo.dev/link/v1.0") ${link} { query: Query } type Query { a: Int }`));

describe('linkedNames', () => {
  it.each([
    ['', 'cost', undefined],
    [`@link(url: "${COST}/v0.1")`, 'cost', 'cost'],
    [`@link(url: "${COST}/v0.1")`, 'listSize', 'cost__listSize'],
    [`@link(url: "${COST}/v0.1", import: ["@listSize"])`, 'listSize', 'listSize'],
    [`@link(url: "${COST}/v0.1", as: "price")`, 'cost', 'price'],
    [`@link(url: "${COST}/v0.1", as: "price")`, 'listSize', 'price__listSize'],
    [`@link(url: "${COST}/v0.1", import: [{ name: "@cost", as: "@points" }])`, 'cost', 'points'],
    [`@link(url: "https://elsewhere.example/cost/v0.1")`, 'cost', undefined],
  ])('after %s, @%s is applied as %s', (link, directive, expected) => {
    expect(names(link).directive(COST, directive)).toBe(expected);
  });
});
