/**
 * Entry of the child process that holds node-av. The package calls `Promise.withResolvers`, which Node 20 lacks, and swallows the error:
 * without this line it decodes nothing and ends well. So it stands before every import.
 */
Promise.withResolvers ??= function withResolvers() {
  let resolve;
  let reject;
  const promise = new this((...settle) => {
    [resolve, reject] = settle;
  });
  return { promise, resolve, reject };
};

if (!process.features.typescript) {
  const { register } = await import('tsx/esm/api');
  register();
}
await import('./node-av-child.ts');
