/** Media types that whole answers come in. @see GraphQL over HTTP, "Media Types" */
export type MediaType = 'application/graphql-response+json' | 'application/json';

/** The media type of answers that come one after the other. @see https://html.spec.whatwg.org/multipage/server-sent-events.html */
export const EVENT_STREAM = 'text/event-stream';

/** What a client takes. */
export interface Negotiated {
  /** How a single answer is sent. */
  readonly answer: MediaType | typeof EVENT_STREAM;
  /** Whether a stream of events may be sent. */
  readonly isStreamWelcome: boolean;
}

const GRAPHQL_RESPONSE: MediaType = 'application/graphql-response+json';
const JSON_TYPE: MediaType = 'application/json';

/** One entry of an `Accept` header. */
interface Range {
  readonly type: string;
  readonly quality: number;
}

const QUALITY = /^(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/;

function parametersOf(text: string): { readonly type: string; readonly valueOf: (name: string) => string | undefined } {
  const [type = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase());
  const valueOf = (name: string) => {
    const parameter = parameters.find((candidate) => candidate.startsWith(`${name}=`));
    return parameter?.slice(name.length + 1).replaceAll('"', '');
  };
  return { type, valueOf };
}

const isUtf8 = (charset: string | undefined): boolean => charset === undefined || charset === 'utf-8' || charset === 'utf8';

/** An entry that asks for another encoding than UTF-8, and one whose quality is no number, counts as not there. */
function rangeOf(text: string): readonly Range[] {
  const { type, valueOf } = parametersOf(text);
  const quality = valueOf('q') ?? '1';
  return type !== '' && QUALITY.test(quality) && isUtf8(valueOf('charset')) ? [{ type, quality: Number(quality) }] : [];
}

const rangesOf = (header: string): readonly Range[] => header.split(',').flatMap(rangeOf);

/** How welcome a type is, and how exactly the header says so: 2 by its name, 1 by a range of its kind, 0 by the range of everything. The most exact entry decides. */
function welcomeOf(ranges: readonly Range[], type: string): { readonly quality: number; readonly exactness: number } {
  const names = ['*/*', `${type.split('/', 1)[0]}/*`, type];
  for (let exactness = names.length - 1; exactness >= 0; exactness -= 1) {
    const matching = ranges.filter((range) => range.type === names[exactness]);
    if (matching.length > 0) return { quality: Math.max(...matching.map(({ quality }) => quality)), exactness };
  }
  return { quality: 0, exactness: 0 };
}

/** Among types that are equally welcome by name the newer comes first; by a range, the one that every client can read. */
function rankedWelcome(ranges: readonly Range[], type: Negotiated['answer']) {
  const welcome = welcomeOf(ranges, type);
  const first = welcome.exactness > 1 ? GRAPHQL_RESPONSE : JSON_TYPE;
  return { ...welcome, rank: type === first ? 0 : 1 };
}

const isNamed = (ranges: readonly Range[], type: string): boolean => ranges.some((range) => range.type === type && range.quality > 0);

const ANYTHING: Negotiated = { answer: JSON_TYPE, isStreamWelcome: false };
const COMMON: ReadonlyMap<string | undefined, Negotiated> = new Map([
  [undefined, ANYTHING],
  ['', ANYTHING],
  ['*/*', ANYTHING],
  [JSON_TYPE, ANYTHING],
  [GRAPHQL_RESPONSE, { answer: GRAPHQL_RESPONSE, isStreamWelcome: false }],
]);

/**
 * What the client takes, by the qualities in its `Accept` header; undefined when nothing that it takes is offered (406).
 * A client that says nothing, or takes anything, gets `application/json`. Of types that are equally welcome one that is named
 * comes before one that is only covered, and the newer one first. Streams have to be named.
 * @see RFC 9110 §12.5.1
 */
export function negotiate(accept: string | undefined): Negotiated | undefined {
  const common = COMMON.get(accept);
  if (common || accept === undefined) return common;
  const ranges = rangesOf(accept);
  const isStreamWelcome = isNamed(ranges, EVENT_STREAM);
  const offered = [GRAPHQL_RESPONSE, JSON_TYPE, ...(isStreamWelcome ? ([EVENT_STREAM] as const) : [])];
  const [best] = offered
    .map((type) => ({ type, ...rankedWelcome(ranges, type) }))
    .filter(({ quality }) => quality > 0)
    .toSorted((left, right) => right.quality - left.quality || right.exactness - left.exactness || left.rank - right.rank);
  return best && { answer: best.type, isStreamWelcome };
}

/** Whether an `Accept` header names JSON or a stream itself: something that a link or a form of a web page cannot do. */
export function namesOurTypes(accept: string | undefined): boolean {
  if (accept === undefined) return false;
  const ranges = rangesOf(accept);
  return [GRAPHQL_RESPONSE, JSON_TYPE, EVENT_STREAM].some((type) => isNamed(ranges, type));
}

/** Whether a browser asks for a page. */
export function wantsHtml(accept: string | undefined): boolean {
  return accept !== undefined && isNamed(rangesOf(accept), 'text/html') && !namesOurTypes(accept);
}

/** Whether a `Content-Type` is JSON in UTF-8. */
export function isJson(contentType: string | undefined): boolean {
  if (contentType === JSON_TYPE) return true;
  if (contentType === undefined) return false;
  const { type, valueOf } = parametersOf(contentType);
  return type === JSON_TYPE && isUtf8(valueOf('charset'));
}
