import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Log } from '@veza/telemetry';
import type { Planner } from './planner.ts';

/** Room for plans on disk. Bytes. @see gateway.md 3.1 */
const MAX_BYTES = 256 * 1024 * 1024;

/** Raised when what we make of a document before it is planned, or of its plan, changes; the code that writes answers belongs to it. */
const FORM = 3;

const { version: plannerVersion } = createRequire(import.meta.url)('@apollo/query-planner/package.json') as { readonly version: string };

/** Where plans are kept from one start to the next. */
export interface StoredPlansOptions {
  /** A folder of the gateway's own; made when it is missing. */
  readonly folder: string;
  readonly supergraphSdl: string;
  readonly log: Log;
  /** Bytes of all plans together. */
  readonly maxBytes?: number;
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** A file is the digest of a plan and the plan. Whatever else it holds is damage. */
const contentOf = (plan: string) => `${sha256(plan)}\n${plan}`;

function planIn(content: string): string | undefined {
  const end = content.indexOf('\n');
  const plan = content.slice(end + 1);
  return end > 0 && content.slice(0, end) === sha256(plan) ? plan : undefined;
}

/** Deletes the plans that were written longest ago until the rest fits. */
async function makeRoom(folder: string, maxBytes: number): Promise<void> {
  const names = await readdir(folder);
  const files = await Promise.all(
    names.map(async (name) => {
      const path = join(folder, name);
      const { size, mtimeMs } = await stat(path);
      return { path, size, mtimeMs };
    }),
  );
  let total = files.reduce((sum, { size }) => sum + size, 0);
  for (const { path, size } of files.toSorted((one, other) => one.mtimeMs - other.mtimeMs)) {
    if (total <= maxBytes) return;
    await rm(path, { force: true });
    total -= size;
  }
}

/**
 * A planner that finds on disk what was planned before, so that a restart plans nothing. A plan is known by the supergraph, the version of
 * the planner and the operation. Damaged files are ignored and written anew; a disk that fails costs the planning and nothing else.
 */
export function storedPlans(planner: Planner, { folder, supergraphSdl, log, maxBytes = MAX_BYTES }: StoredPlansOptions): Planner {
  const origin = `${FORM} ${plannerVersion} ${sha256(supergraphSdl)}`;
  const complain = (error: unknown) => log.warn('plan.store-failed', { error });
  const prepared = mkdir(folder, { recursive: true })
    .then(() => makeRoom(folder, maxBytes))
    .catch(complain);
  let writes = 0;

  const read = async (path: string): Promise<string | undefined> => {
    await prepared;
    const content = await readFile(path, 'utf8').catch(() => undefined);
    return content === undefined ? undefined : planIn(content);
  };
  const write = async (path: string, plan: string): Promise<void> => {
    const unfinished = `${path}.${process.pid}.${(writes += 1)}`;
    await writeFile(unfinished, contentOf(plan));
    await rename(unfinished, path);
  };

  return {
    ready: planner.ready,
    async run(job) {
      if (job.kind !== 'plan') return planner.run(job);
      const path = join(folder, sha256([origin, job.operation, ...(job.labels ?? [])].join(' ')));
      const known = await read(path);
      if (known !== undefined) return known;
      const plan = await planner.run(job);
      write(path, plan).catch(complain);
      return plan;
    },
    close: () => planner.close(),
  };
}
