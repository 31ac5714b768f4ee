import { z } from 'zod';

/** The parts of a list with commas; blanks around them do not count. */
function parts(text: string): readonly string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

const HEADER_NAME = /^[!#$%&'*+.^_`|~\da-z-]+$/;
/** Headers that are about one connection or one body, and ours: they cannot be passed on as they came. */
const NOT_PASSED_ON =
  /^(?:accept|accept-encoding|connection|content-.*|expect|host|keep-alive|te|trailer|transfer-encoding|upgrade|x-veza-.*)$/;

const mayPass = (name: string): boolean => HEADER_NAME.test(name) && !NOT_PASSED_ON.test(name);

/** Names of headers, in lower case. */
export const headerNames = z
  .string()
  .transform((text) => parts(text.toLowerCase()))
  .refine((names) => names.every(mayPass), 'must be names of headers that can be passed on, with commas between them');

const isOrigin = (text: string): boolean => URL.canParse(text) && new URL(text).origin === text.toLowerCase();

/** Origins of web pages. */
export const origins = z
  .string()
  .transform(parts)
  .refine((list) => list.every(isOrigin), 'must be origins like https://app.example, with commas between them');

/** Labels of `@override` are names; those with a percentage decide themselves. */
export const labels = z
  .string()
  .transform(parts)
  .refine((list) => list.every((label) => /^[a-zA-Z][\w\-:./]*$/.test(label)), 'must be labels, with commas between them');

/** A subgraph that is asked for its SDL. */
export interface NamedSubgraph {
  readonly name: string;
  readonly url: string;
}

function named(part: string): NamedSubgraph {
  const [name = '', ...rest] = part.split('=');
  return { name: name.trim(), url: rest.join('=').trim() };
}

const areNamed = (list: readonly NamedSubgraph[]): boolean =>
  list.length > 0 &&
  new Set(list.map(({ name }) => name)).size === list.length &&
  list.every(({ name, url }) => /^[\w-]+$/.test(name) && /^https?:/.test(url) && URL.canParse(url));

/** Subgraphs and their addresses: `name=url,name=url`. */
export const namedSubgraphs = z
  .string()
  .transform((text) => parts(text).map(named))
  .refine(areNamed, 'must be different names with http addresses: name=http://…,name=http://…');
