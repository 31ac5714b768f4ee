/** The command was called wrongly, or for something that is not there. Shown as one line. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
