/** Why a start was given up, in one line that says what to do. Shown without a stack. */
export class StartFailure extends Error {
  override readonly name = 'StartFailure';
}
