/** Headers of a request, or what stands for them on a socket. Names in lower case. */
export type HeaderFields = Readonly<Record<string, unknown>>;

/** Picks the headers that subgraphs see as they came. */
export type ForwardHeaders = (headers: HeaderFields) => Readonly<Record<string, string>>;

/** What a header may carry; a payload on a socket may hold anything. @see RFC 9110 §5.5 */
const HEADER_VALUE = /^[\t\x20-\x7e\x80-\xff]{0,8192}$/;

/** Picks by name. A value that no header can carry is left out. @param names in lower case */
export function forwardedHeaders(names: readonly string[]): ForwardHeaders {
  return (headers) => {
    const picked: Record<string, string> = {};
    for (const name of names) {
      const value = Object.hasOwn(headers, name) ? headers[name] : undefined;
      const text = Array.isArray(value) ? value.join(', ') : value;
      if (typeof text === 'string' && HEADER_VALUE.test(text)) picked[name] = text;
    }
    return picked;
  };
}

/** Headers of an upgrade, with what `connection_init` said over them. */
export function withPayload(headers: HeaderFields, payload: HeaderFields | undefined): HeaderFields {
  if (!payload) return headers;
  return { ...headers, ...Object.fromEntries(Object.entries(payload).map(([name, value]) => [name.toLowerCase(), value])) };
}
