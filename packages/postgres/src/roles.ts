/** Every subgraph's role is a member; what all of them may use is granted to it. */
export const SUBGRAPH_GROUP_ROLE = 'veza_subgraph';

/** The role that the runtime of a schema acts as: rights in that schema only, and no login. */
export function roleOfSchema(schema: string): string {
  return `veza_${schema}`;
}
