import { errorCodes, isErrorCode, type ErrorCode } from '@veza/graphql';
import { errorsOf, type AnyError, type Outcome } from './outcome.ts';

function codeOf(error: AnyError): ErrorCode {
  const code = 'extensions' in error ? error.extensions?.['code'] : undefined;
  return isErrorCode(code) ? code : 'INTERNAL_SERVER_ERROR';
}

/** The codes of an outcome's errors, each once, in the order in which they come. */
export function codesOf(outcome: Outcome): readonly ErrorCode[] {
  const errors = errorsOf(outcome);
  return errors.length === 0 ? [] : [...new Set(errors.map(codeOf))];
}

/** The HTTP status that says how an operation went, whatever carried it: 200 for one that ran, else that of the first code. */
export function statusOf(outcome: Outcome): number {
  const [code] = outcome.kind === 'refused' ? codesOf(outcome) : [];
  return code === undefined ? 200 : errorCodes[code].status;
}
