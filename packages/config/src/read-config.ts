import { readFileSync } from 'node:fs';
import type { z } from 'zod';

/** Why the environment cannot be used, in one line. Names the variables, never their values. */
export class InvalidConfig extends Error {
  override readonly name = 'InvalidConfig';
  readonly variables: readonly string[];

  constructor(problems: ReadonlyMap<string, string>) {
    super(`the configuration cannot be used: ${Array.from(problems, ([variable, problem]) => `${variable}: ${problem}`).join('; ')}`);
    this.variables = [...problems.keys()];
  }
}

/** The content of the file that `<NAME>_FILE` points to, for secrets that are mounted. */
function fromFile(name: string, env: NodeJS.ProcessEnv): string | undefined {
  const path = env[`${name}_FILE`];
  return path === undefined || path === '' ? undefined : readFileSync(path, 'utf8').trim();
}

/** Values of the named variables; an empty one counts as unset, and `<NAME>_FILE` stands in for a missing `<NAME>`. */
function given(names: readonly string[], env: NodeJS.ProcessEnv, problems: Map<string, string>): Record<string, string | undefined> {
  return Object.fromEntries(
    names.map((name) => {
      try {
        return [name, env[name] || fromFile(name, env)];
      } catch {
        problems.set(`${name}_FILE`, 'the file cannot be read');
        return [name, undefined];
      }
    }),
  );
}

/** What zod says, without the value that it was said of. Words of `custom` issues are the shape's own. */
function explain(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_value') return `must be one of ${issue.values.map(String).join(', ')}`;
  if (issue.code === 'invalid_type') return `must be a ${issue.expected}`;
  if (issue.code === 'too_small') return `must be at least ${issue.minimum}${unitOf(issue)}`;
  if (issue.code === 'too_big') return `must be at most ${issue.maximum}${unitOf(issue)}`;
  if (issue.code === 'invalid_format') return `must be a ${issue.format}`;
  return issue.code === 'custom' ? issue.message : 'has a value that is not accepted';
}

const unitOf = ({ origin }: { readonly origin: string }) => (origin === 'string' ? ' characters long' : '');

/** Reads the variables that `shape` names into a frozen object. Throws `InvalidConfig` with every bad one at once. */
export function readConfig<Shape extends z.ZodRawShape>(
  shape: z.ZodObject<Shape>,
  env: NodeJS.ProcessEnv,
): Readonly<z.output<z.ZodObject<Shape>>> {
  const problems = new Map<string, string>();
  const values = given(Object.keys(shape.shape), env, problems);
  const parsed = shape.safeParse(values);
  for (const issue of parsed.error?.issues ?? []) {
    const name = String(issue.path[0]);
    problems.set(name, values[name] === undefined && issue.code !== 'custom' ? 'is required' : explain(issue));
  }
  if (!parsed.success || problems.size > 0) throw new InvalidConfig(problems);
  return Object.freeze(parsed.data);
}
