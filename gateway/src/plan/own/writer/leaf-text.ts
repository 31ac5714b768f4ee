/** JSON text of a leaf value, or undefined when the value does not fit the type. */
export type LeafText = (value: unknown) => string | undefined;

/** How a leaf is written: as a built-in type, as it came, or by the values of an enum that clients may see. Plain data. */
export type LeafKind = 'String' | 'ID' | 'Int' | 'Float' | 'Boolean' | 'custom' | { readonly enum: readonly string[] };

const MAX_INT = 2 ** 31;
/** Below this length a look at each character is faster than `JSON.stringify`. */
const SHORT = 48;

/** JSON text of a string. */
export function quoted(text: string): string {
  if (text.length > SHORT) return JSON.stringify(text);
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    // Control characters, the quote, the backslash and surrogates need the full rules.
    if (code < 0x20 || code === 0x22 || code === 0x5c || (code >= 0xd800 && code <= 0xdfff)) return JSON.stringify(text);
  }
  return `"${text}"`;
}

/** `String` */
const stringText: LeafText = (value) => (typeof value === 'string' ? quoted(value) : undefined);

/** `ID`: a whole number is answered as a string. */
const idText: LeafText = (value) => {
  if (typeof value === 'string') return quoted(value);
  return Number.isSafeInteger(value) ? `"${String(value)}"` : undefined;
};

/** `Int`: whole and within 32 bits. */
const intText: LeafText = (value) =>
  typeof value === 'number' && Number.isInteger(value) && value >= -MAX_INT && value < MAX_INT ? String(value) : undefined;

/** `Float`: finite. */
const floatText: LeafText = (value) => (typeof value === 'number' && Number.isFinite(value) ? String(value) : undefined);

/** `Boolean` */
const booleanText: LeafText = (value) => {
  if (value === true) return 'true';
  return value === false ? 'false' : undefined;
};

/** Any other scalar passes as the subgraph wrote it. */
const customText: LeafText = (value) => {
  if (typeof value === 'string') return quoted(value);
  try {
    return JSON.stringify(value);
  } catch {
    return undefined;
  }
};

/** An enum by the values that clients may see. */
function enumText(values: Iterable<string>): LeafText {
  const texts = new Map(Array.from(values, (value) => [value, JSON.stringify(value)]));
  return (value) => texts.get(value as string);
}

const BY_NAME: Readonly<Record<Exclude<LeafKind, object>, LeafText>> = {
  String: stringText,
  ID: idText,
  Int: intText,
  Float: floatText,
  Boolean: booleanText,
  custom: customText,
};

/** How leaves of a kind are written. */
export function leafTextOf(kind: LeafKind): LeafText {
  return typeof kind === 'string' ? BY_NAME[kind] : enumText(kind.enum);
}
