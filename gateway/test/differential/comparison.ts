import { isDeepStrictEqual } from 'node:util';
import { OperationTypeNode } from 'graphql';
import type { PlanAnswer } from '../../src/plan/executor.ts';
import { generateDocument } from './generate-document.ts';
import { doAgree } from './judge.ts';
import { seededRandom } from './random.ts';
import type { PreparedOperation, Rig } from './rig.ts';
import { chain } from './supergraphs/chain.ts';
import { library } from './supergraphs/library.ts';
import { media } from './supergraphs/media.ts';
import { returning } from './supergraphs/returning.ts';
import { shop } from './supergraphs/shop.ts';
import type { JsonObject } from '../../src/transport/port.ts';

/** Fixture supergraphs by name. */
export const supergraphs = { library, media, shop, chain, returning };

/** Operations of one ordinary run, all supergraphs together; `VEZA_TEST_OPERATIONS` explores more, `VEZA_TEST_SEED` others. */
export const OPERATIONS = Number(process.env['VEZA_TEST_OPERATIONS'] ?? 2_400);
export const SEED = Number(process.env['VEZA_TEST_SEED'] ?? 20_261_125);
/** Plans take most of the time, so each is run with several sets of variables. */
const SETS = 6;

/** How many documents one supergraph gets of so many operations. */
export const documentCount = (operations: number): number => Math.ceil(operations / SETS / Object.keys(supergraphs).length);

/** One run of one generated operation. */
export interface Sample {
  readonly operation: PreparedOperation;
  readonly variables: JsonObject;
  /** What a failed test has to tell. */
  readonly told: string;
}

/** Generated operations with their variables; a fifth are mutations where there are some. */
export async function* samples({ api, prepare }: Rig, documents: number): AsyncGenerator<Sample, void, undefined> {
  const random = seededRandom(SEED);
  for (let index = 0; index < documents; index += 1) {
    const kind = api.getMutationType() && random.chance(0.2) ? OperationTypeNode.MUTATION : OperationTypeNode.QUERY;
    const generated = generateDocument(api, kind, random);
    const operation = await prepare(generated.text);
    for (let set = 0; set < SETS; set += 1) {
      const given = generated.variables();
      const told = `seed ${SEED}, operation ${index}:\n${generated.text}\n${JSON.stringify(given)}`;
      yield { operation, variables: operation.variables(given), told };
    }
  }
}

/** How the data of the reference compare with ours, whatever the order of names: the reference has its own. */
export type Verdict = 'equal' | 'agreeing' | 'contradicting';

/** Compares data. `agreeing`: one has null or nothing where the other has a value. */
export function verdictOn(reference: PlanAnswer, own: PlanAnswer): Verdict {
  const [theirs, ours] = [JSON.parse(reference.dataJson) as unknown, JSON.parse(own.dataJson) as unknown];
  if (isDeepStrictEqual(theirs, ours)) return 'equal';
  return doAgree(theirs, ours) ? 'agreeing' : 'contradicting';
}
