/** The settings that the benchmark handed over. */
export const settings = JSON.parse(process.argv[2] ?? '{}');

/** Prints the address and ends together with the benchmark. */
export function announce(url) {
  process.once('disconnect', () => process.exit());
  console.log(url);
}
