import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * Path of a program on PATH, or undefined when this machine has none, so that its tests are skipped.
 * A tool named in `VEZA_TEST_REQUIRE` (comma-separated) must be there: then a missing one throws.
 */
export function findTool(name: string): string | undefined {
  const path = onPath(name);
  if (path === undefined && requiredTools().includes(name)) throw new Error(`${name} is not on PATH, and VEZA_TEST_REQUIRE demands it`);
  return path;
}

/** `redis` in VEZA_TEST_REQUIRE stands for `redis-server`, `nats` for `nats-server`. */
function requiredTools(): readonly string[] {
  const names = (process.env['VEZA_TEST_REQUIRE'] ?? '').split(',').map((name) => name.trim());
  return names.flatMap((name) => [name, `${name}-server`]);
}

function onPath(name: string): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.map((folder) => join(folder, name)).find(isProgram);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
