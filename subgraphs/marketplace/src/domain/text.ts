/** What makes one line look like another: line ends, control characters, and those that turn the direction of text around. */
const UNFIT_IN_LINE = /[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;
const ZERO_WIDTH = /\u200B|\u200C|\u200D|\u2060|\uFEFF/gu;
const CONTROL_BUT_LINES = /(?![\n\t])\p{Cc}/u;

/** Length as people count: code points. */
export function textLength(text: string): number {
  return Array.from(text).length;
}

/** A text of one line, normalised, trimmed, without zero-width characters; undefined unless 1 to `max` fit characters are left. */
export function lineOfText(text: string, max: number): string | undefined {
  const line = text.normalize('NFC').replaceAll(ZERO_WIDTH, '').trim();
  return line === '' || textLength(line) > max || UNFIT_IN_LINE.test(line) ? undefined : line;
}

/** A text of several lines, normalised, its line ends as `\n`; undefined above `max` characters. */
export function longText(text: string, max: number): string | undefined {
  const body = text.normalize('NFC').replaceAll('\r\n', '\n');
  return textLength(body) > max || CONTROL_BUT_LINES.test(body) ? undefined : body;
}
