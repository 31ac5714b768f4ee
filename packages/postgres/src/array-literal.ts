/**
 * Values as the text of one Postgres array, so that a statement keeps its text, and its plan, whatever their number.
 * Null stays null; everything else is quoted.
 * @see https://www.postgresql.org/docs/18/arrays.html#ARRAYS-IO
 */
export function arrayLiteral(values: readonly (string | number | null)[]): string {
  return `{${values.map(element).join(',')}}`;
}

function element(value: string | number | null): string {
  if (value === null) return 'null';
  return typeof value === 'number' ? String(value) : `"${value.replaceAll(/["\\]/g, '\\$&')}"`;
}
