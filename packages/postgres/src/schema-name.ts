const SCHEMA_NAME = /^[a-z][a-z0-9_]{0,39}$/;

/** A schema's name goes into SQL as it is, so it is 1 to 40 of `a-z0-9_`, a letter first. Anything else throws. */
export function requireSchemaName(name: string): string {
  if (!SCHEMA_NAME.test(name)) throw new Error(`"${name}" is no name for a schema: 1 to 40 of a-z, 0-9 and _, a letter first`);
  return name;
}
