/** Time for the answer to one event of a subscription; counted from the event, because the stream itself has no end. Milliseconds. */
export const EVENT_DEADLINE_MS = 2_000;
