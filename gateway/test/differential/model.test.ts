import { describe, expect, it } from 'vitest';
import { verdictOn, documentCount, OPERATIONS, samples, SEED, supergraphs } from './comparison.ts';
import { misjudged } from './judge.ts';
import { openRig } from './rig.ts';

/** Part of the operations that the reference answers worse than one schema would: `known-differences.test.ts` says how. */
const MAY_DIFFER = 0.1;

describe.each(Object.entries(supergraphs))('over the supergraph %s', (_, sdls) => {
  const documents = documentCount(OPERATIONS);

  it(`${documents} generated operations are answered as by one schema and as by the reference, seed ${SEED}`, async () => {
    let differing = 0;
    let count = 0;
    for await (const { operation, variables, told } of samples(openRig(sdls), documents)) {
      const own = await operation.own(variables);
      const { dataJson, faults } = operation.whole(variables);
      expect({ dataJson: own.dataJson, errors: misjudged(own.errors, faults, dataJson) }, told).toEqual({ dataJson, errors: [] });

      const reference = await operation.reference(variables);
      const verdict = verdictOn(reference, own);
      const isSilent = verdict === 'equal' && own.errors.length > 0 && reference.errors.length === 0;
      expect(verdict !== 'contradicting' && !isSilent, `${verdict}\n${reference.dataJson}\n${own.dataJson}\n${told}`).toBe(true);
      differing += verdict === 'equal' ? 0 : 1;
      count += 1;
    }
    expect(differing).toBeLessThanOrEqual(count * MAY_DIFFER);
  }, 900_000);
});
