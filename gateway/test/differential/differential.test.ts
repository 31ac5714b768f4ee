import { execute, getVariableValues, type GraphQLError, type GraphQLFormattedError, Kind, parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/transport/port.ts';
import { composedFixture } from '../executor/fixture.ts';
import { openFixture, type OpenFixture, transportKinds } from '../executor/open-fixture.ts';
import { AbsentEntity, stitchedSchema } from '../executor/stitched.ts';
import { generateOperation } from './generate-operation.ts';
import { seededRandom } from './random.ts';

const COUNT = Number(process.env['VEZA_TEST_OPERATIONS'] ?? 120);
const SEED = Number(process.env['VEZA_TEST_SEED'] ?? 20_261_125);

const { apiSchema } = composedFixture();
const stitched = stitchedSchema(apiSchema);

/** What a client can tell errors apart by. graphql-js gives no code to a null where none may be. */
const told = (errors: readonly GraphQLFormattedError[]) => {
  const lines = errors.map(({ path = [], extensions = {} }) => {
    const code = typeof extensions['code'] === 'string' ? extensions['code'] : 'SUBGRAPH_INVALID_RESPONSE';
    return `${path.join('.')} ${code}`;
  });
  return [...new Set(lines)].toSorted();
};

/** An absent thing is told at its own place, and only where null may not stand there. */
function absenceAware(error: GraphQLError): readonly GraphQLFormattedError[] {
  const { originalError, path = [], message } = error;
  if (!(originalError instanceof AbsentEntity)) return [error.toJSON()];
  return originalError.mayBeNull ? [] : [{ message, path: path.slice(0, -1), extensions: { code: 'NOT_FOUND' } }];
}

/** The variables as the pipeline hands them over: defaults applied. */
function coerced(text: string, given: JsonObject): JsonObject {
  const operation = parse(text).definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION)!;
  const result = getVariableValues(apiSchema, operation.variableDefinitions ?? [], given);
  if (!result.coerced) throw new Error(String(result.errors));
  return result.coerced as JsonObject;
}

async function expected(text: string, variables: JsonObject) {
  const { data, errors = [] } = await execute({ schema: stitched, document: parse(text), variableValues: variables });
  return { dataJson: JSON.stringify(data ?? null), errors: told(errors.flatMap(absenceAware)) };
}

describe.each(transportKinds)('the executor over %s', (kind) => {
  let fixture: OpenFixture;
  beforeAll(async () => {
    fixture = await openFixture(kind);
  });
  afterAll(() => fixture[Symbol.asyncDispose]());

  it(`answers ${COUNT} generated operations as one schema would, byte for byte, seed ${SEED}`, async () => {
    const random = seededRandom(SEED);
    for (let index = 0; index < COUNT; index += 1) {
      const { text, variables } = generateOperation(apiSchema, random);
      const answer = await fixture.run(text, coerced(text, variables));
      const seen = { dataJson: answer.dataJson, errors: told(answer.errors) };
      expect(seen, `seed ${SEED}, operation ${index}:\n${text}\n${JSON.stringify(variables)}`).toEqual(await expected(text, variables));
    }
  }, 120_000);
});
