/** From whom somebody takes new conversations, and the small integer that Postgres keeps for each. Numbers are never reused. */
export const DIRECT_MESSAGE_SOURCE_CODES = { EVERYONE: 1, COMMUNITY_MEMBERS: 2, NOBODY: 3 } as const;

/** From whom somebody takes new conversations. Those that are there go on whatever it says. */
export type DirectMessageSource = keyof typeof DIRECT_MESSAGE_SOURCE_CODES;

/** What holds for whoever has not said. */
export const DEFAULT_SOURCE: DirectMessageSource = 'EVERYONE';

/** The source behind a stored code. Throws for a code of a newer release. */
export function directMessageSourceOf(code: number): DirectMessageSource {
  const entry = Object.entries(DIRECT_MESSAGE_SOURCE_CODES).find(([, known]) => known === code);
  if (!entry) throw new Error(`unknown direct message source ${code}`);
  return entry[0] as DirectMessageSource;
}
