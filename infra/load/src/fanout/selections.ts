import { CHANNEL_ID } from './events.ts';
import { OPTIONAL_FIELDS } from './sdl.ts';

/** Distinct selections that there are. */
const MAX_SELECTIONS = 2 ** OPTIONAL_FIELDS.length;

/**
 * A subscription to the channel. Selection 0 takes everything; each other one leaves out other fields.
 * @param selection from 0 to 1,023
 */
export function subscriptionText(selection: number): string {
  if (selection >= MAX_SELECTIONS) throw new Error(`there are only ${MAX_SELECTIONS} selections`);
  const fields = OPTIONAL_FIELDS.filter((_, bit) => ((selection >> bit) & 1) === 0);
  return `subscription Events($after: String) { channelEvents(channelId: "${CHANNEL_ID}", after: $after) {
    __typename cursor occurredAt ... on MessageSent { message { id content ${fields.join(' ')} } }
  } }`;
}
