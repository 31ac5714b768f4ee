/** Control characters, and in texts of one line also line ends. */
const CONTROL = /\p{Cc}/u;
const CONTROL_BUT_LINES = /(?![\n\t])\p{Cc}/u;

/** Length as people count: code points. */
export function textLength(text: string): number {
  return Array.from(text).length;
}

/** A text of one line, normalised and trimmed; undefined unless 1 to `max` characters are left. */
export function lineOfText(text: string, max: number): string | undefined {
  const line = text.normalize('NFC').trim();
  return line === '' || textLength(line) > max || CONTROL.test(line) ? undefined : line;
}

/** A text of several lines, normalised, its line ends as `\n`; undefined above `max` characters. */
export function longText(text: string, max: number): string | undefined {
  const body = text.normalize('NFC').replaceAll('\r\n', '\n');
  return textLength(body) > max || CONTROL_BUT_LINES.test(body) ? undefined : body;
}
