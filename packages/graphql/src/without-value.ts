const INVALID_VALUE = /^Variable "(\$\w+)" got invalid value /;
const EXPECTED_TYPE = /; Expected type ([\w[\]!]+)\.$/;

/**
 * A message about a variable without the value that graphql-js and graphql-jit quote in it: it may be a password.
 * @param reason why the value was refused, in words that hold nothing of it; undefined when only the engine's own words tell
 */
export function withoutValue(message: string, reason: string | undefined): string {
  const name = INVALID_VALUE.exec(message)?.[1];
  if (name === undefined) return message;
  const type = EXPECTED_TYPE.exec(message)?.[1];
  return `Variable "${name}": ${reason ?? (type ? `a value of type "${type}" is expected` : 'its value does not fit its type')}`;
}
