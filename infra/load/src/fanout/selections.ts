import { CHANNEL_ID } from './events.ts';
import { OPTIONAL_FIELDS } from './sdl.ts';

/** Distinct selections that there are. */
const MAX_SELECTIONS = 2 ** OPTIONAL_FIELDS.length;

/** Whether a selection leaves out the optional field at a place. */
export const leavesOut = (selection: number, place: number): boolean => ((selection >> place) & 1) === 1;

/**
 * A subscription to the channel. Selection 0 takes everything; each other one leaves out other fields.
 * @param selection from 0 to 1,023
 */
export function subscriptionText(selection: number): string {
  if (selection >= MAX_SELECTIONS) throw new Error(`there are only ${MAX_SELECTIONS} selections`);
  const fields = OPTIONAL_FIELDS.filter((_, bit) => !leavesOut(selection, bit));
  return `subscription Events($after: String) { channelEvents(channelId: "${CHANNEL_ID}", after: $after) {
    __typename cursor occurredAt ... on MessageSent { message { id content ${fields.join(' ')} } }
  } }`;
}
