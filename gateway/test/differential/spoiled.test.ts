import { describe, expect, it } from 'vitest';
import { verdictOn, documentCount, OPERATIONS, samples, SEED, supergraphs } from './comparison.ts';
import { openRig } from './rig.ts';
import { spoiled } from './spoiled.ts';

describe.each(Object.entries(supergraphs))('over the supergraph %s with subgraphs that answer badly', (_, sdls) => {
  const documents = documentCount(OPERATIONS / 3);

  it(`${documents} generated operations are answered as by the reference, or better, seed ${SEED}`, async () => {
    for await (const { operation, variables, told } of samples(openRig(sdls, spoiled), documents)) {
      const own = await operation.own(variables);
      // The reference falls over a text in the place of a list, and takes one in the place of an object for an object.
      const reference = await operation.reference(variables).catch(() => own);
      const verdict = verdictOn(reference, own);
      expect(verdict !== 'contradicting', `${verdict}\n${reference.dataJson}\n${own.dataJson}\n${told}`).toBe(true);
    }
  }, 900_000);
});
