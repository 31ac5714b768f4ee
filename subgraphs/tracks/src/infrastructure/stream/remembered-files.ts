import type { FindServedFile, ServedFile } from './postgres-served-files.ts';

/** What a file was is remembered for so long. A version that ends meanwhile is refused by its revocation, not by this look-up. */
const REMEMBERED_MS = 5_000;
const MAX_FILES = 20_000;

/** The look-up in front of another: players ask for one file again and again, and many for the same. Absent files are not remembered. */
export function rememberedFiles(find: FindServedFile, nowMs: () => number): FindServedFile {
  const known = new Map<string, { readonly file: ServedFile; readonly untilMs: number }>();

  const remember = (key: string, file: ServedFile) => {
    known.delete(key);
    known.set(key, { file, untilMs: nowMs() + REMEMBERED_MS });
    const [oldest] = known.keys();
    if (known.size > MAX_FILES && oldest !== undefined) known.delete(oldest);
  };

  return async (aid, name) => {
    const key = `${aid}/${name}`;
    const remembered = known.get(key);
    if (remembered && remembered.untilMs > nowMs()) return remembered.file;
    const file = await find(aid, name);
    if (file) remember(key, file);
    return file;
  };
}
