import { isSecretText, REDACTED_TEXT } from './redaction.ts';

/** Causes below this depth are left out. */
const MAX_DEPTH = 5;
/** drizzle ends its message with the statement's values. */
const STATEMENT_VALUES = /\nparams: [\s\S]*$/;
/** Postgres quotes the value it could not read, after a colon. */
const QUOTED_VALUE = /: "[\s\S]*"$/;

/** An error as a log shows it. */
export interface ErrorFields {
  readonly type: string;
  readonly message: string;
  /** SQLSTATE, Node's word, or a failure's own code. */
  readonly code?: string;
  /** Name of the database rule that was broken. */
  readonly constraint?: string;
  /** Where it was thrown; without the message. */
  readonly stack: string;
  readonly cause?: ErrorFields;
}

/**
 * Takes from an error only what may be logged. Errors of database drivers carry statements, their values and whole rows as
 * properties and inside their text; none of that is kept.
 */
export function errorFields(error: unknown, depth = 1): ErrorFields {
  if (!(error instanceof Error)) return { type: typeof error, message: safeText(String(error)), stack: '' };
  const { code, constraint_name: constraint } = error as { code?: unknown; constraint_name?: unknown };
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? [];
  return {
    type: error.constructor.name,
    message: safeText(error.message),
    ...(typeof code === 'string' ? { code } : {}),
    ...(typeof constraint === 'string' ? { constraint } : {}),
    stack: frames.join('\n'),
    ...(error.cause === undefined || depth === MAX_DEPTH ? {} : { cause: errorFields(error.cause, depth + 1) }),
  };
}

function safeText(text: string): string {
  const short = text.replace(STATEMENT_VALUES, '').replace(QUOTED_VALUE, '');
  return isSecretText(short) ? REDACTED_TEXT : short;
}
