import fc from 'fast-check';

/** The seed of every ordinary run: the same inputs everywhere, so that a failure is the change's and not the day's. */
const SEED = 20_261_125;

// `VEZA_TEST_SEED` explores others; fast-check prints the seed of a failure.
fc.configureGlobal({ seed: Number(process.env['VEZA_TEST_SEED'] ?? SEED) });
