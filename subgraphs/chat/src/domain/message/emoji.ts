/** One emoji that Unicode recommends for interchange, sequences with skin tones and flags included. @see UTS #51 ED-27 */
const ONE_EMOJI = new RegExp('^\\p{RGI_Emoji}$', 'v');
/** Longest such sequence today is 35 UTF-16 units; anything beyond is not looked at. */
const MAX_LENGTH = 64;

/** Whether a text is exactly one emoji. */
export function isEmoji(text: string): boolean {
  return text.length <= MAX_LENGTH && ONE_EMOJI.test(text);
}
