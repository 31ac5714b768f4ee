/**
 * Entry of the planner's thread. Node 20 does not pass `--import` on to worker threads, so the TypeScript loader is registered here;
 * a Node that strips types needs none.
 */
if (!process.features.typescript) {
  const { register } = await import('tsx/esm/api');
  register();
}
await import('./planner-worker.ts');
