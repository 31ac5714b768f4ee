import { readFile, stat } from 'node:fs/promises';
import type { SupergraphSource } from './source.ts';

/** Larger files are no supergraphs. Bytes. */
const MAX_BYTES = 64 * 1024 * 1024;
const POLL_MS = 1_000;

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'this user may not read it',
};

/** The supergraph in a file. */
export function fileSource(path: string): SupergraphSource {
  return {
    name: path,
    pollMs: POLL_MS,
    async read() {
      try {
        const { size } = await stat(path);
        if (size > MAX_BYTES) throw new Error(`it is larger than ${MAX_BYTES} bytes`);
        return await readFile(path, 'utf8');
      } catch (cause) {
        const { code = '', message } = cause as NodeJS.ErrnoException;
        throw new Error(`the supergraph ${path} cannot be read: ${REASONS[code] ?? message}`, { cause });
      }
    },
  };
}
