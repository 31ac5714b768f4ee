/** Media types that answers come in. @see GraphQL over HTTP, "Media Types" */
export type MediaType = 'application/graphql-response+json' | 'application/json';

const GRAPHQL_RESPONSE: MediaType = 'application/graphql-response+json';
const JSON_TYPE: MediaType = 'application/json';

interface Range {
  readonly type: string;
  readonly quality: number;
  readonly isUtf8: boolean;
}

function rangeOf(text: string): Range {
  const [type = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase());
  const valueOf = (name: string) => parameters.find((parameter) => parameter.startsWith(`${name}=`))?.slice(name.length + 1);
  const quality = Number(valueOf('q') ?? 1);
  const charset = valueOf('charset')?.replaceAll('"', '') ?? 'utf-8';
  return { type, quality: Number.isNaN(quality) ? 0 : quality, isUtf8: charset === 'utf-8' || charset === 'utf8' };
}

const rangesOf = (header: string): readonly Range[] =>
  header
    .split(',')
    .map(rangeOf)
    .filter(({ type, quality, isUtf8 }) => type !== '' && quality > 0 && isUtf8);

const qualityOf = (ranges: readonly Range[], ...types: readonly string[]): number =>
  Math.max(0, ...ranges.filter(({ type }) => types.includes(type)).map(({ quality }) => quality));

/**
 * The media type of an answer, or undefined when nothing that the client accepts is offered (406).
 * A client that says nothing, or accepts anything, gets `application/json`; where both are equally welcome, the newer one wins.
 */
export function negotiate(accept: string | undefined): MediaType | undefined {
  if (accept === undefined || accept === '') return JSON_TYPE;
  if (accept === GRAPHQL_RESPONSE || accept === JSON_TYPE) return accept;
  const ranges = rangesOf(accept);
  const response = qualityOf(ranges, GRAPHQL_RESPONSE);
  const json = qualityOf(ranges, JSON_TYPE);
  if (response > 0 && response >= json) return GRAPHQL_RESPONSE;
  if (json > 0 || qualityOf(ranges, '*/*', 'application/*') > 0) return JSON_TYPE;
  return undefined;
}

/** Whether an `Accept` header names JSON itself: something that a link or a form of a web page cannot do. */
export function namesJson(accept: string | undefined): boolean {
  return accept !== undefined && qualityOf(rangesOf(accept), GRAPHQL_RESPONSE, JSON_TYPE) > 0;
}

/** Whether a browser asks for a page. */
export function wantsHtml(accept: string | undefined): boolean {
  return accept !== undefined && qualityOf(rangesOf(accept), 'text/html') > 0 && !namesJson(accept);
}

/** Whether a `Content-Type` is JSON in UTF-8. */
export function isJson(contentType: string | undefined): boolean {
  if (contentType === 'application/json') return true;
  if (contentType === undefined) return false;
  const { type, isUtf8 } = rangeOf(contentType);
  return type === 'application/json' && isUtf8;
}
