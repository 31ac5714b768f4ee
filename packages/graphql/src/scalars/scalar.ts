import { GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import { badInput } from './bad-input.ts';

/** How one scalar reads what a client sent and writes what a resolver gave. */
export interface ScalarRules<Internal, Wire> {
  readonly name: string;
  /** What a good value looks like, after the words "must be". */
  readonly expected: string;
  /** The value, or undefined when it is refused. `isLiteralInt` tells a bare number of the document, given as its digits. */
  readonly read: (wire: unknown) => Internal | undefined;
  /** What goes on the wire, or undefined when a resolver gave something else: a bug of ours. */
  readonly write: (value: unknown) => Wire | undefined;
}

/** A string as its text, a bare number as a number; everything else is no single value. */
function literalValue(node: ValueNode): unknown {
  if (node.kind === Kind.STRING) return node.value;
  return node.kind === Kind.INT ? Number(node.value) : undefined;
}

/** A scalar that refuses alike in variables and in literals: GraphQLError BAD_USER_INPUT without the value. */
export function scalar<Internal, Wire>({ name, expected, read, write }: ScalarRules<Internal, Wire>): GraphQLScalarType<Internal, Wire> {
  const parse = (wire: unknown): Internal => {
    const value = read(wire);
    if (value === undefined) throw badInput(name, expected);
    return value;
  };
  return new GraphQLScalarType<Internal, Wire>({
    name,
    parseValue: parse,
    parseLiteral: (node) => parse(literalValue(node)),
    serialize: (value) => {
      const wire = write(value);
      if (wire === undefined) throw new TypeError(`a resolver gave something that is no ${name}`);
      return wire;
    },
  });
}
