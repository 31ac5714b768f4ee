/** The current instant. Passed in wherever time matters, so that tests decide what time it is. */
export type Clock = () => Date;

/** The machine's clock. Only composition roots hand it out. */
export const systemClock: Clock = () => new Date();
