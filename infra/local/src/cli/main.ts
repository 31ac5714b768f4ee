import { InvalidConfig, StartFailure } from '@veza/config';
import { createLog, type Log } from '@veza/telemetry';
import { type LocalConfig, localConfig } from '../env.ts';
import { grantRole } from './grant-role.ts';
import { upload } from './upload.ts';
import { UsageError } from './usage-error.ts';

type Command = (words: readonly string[], config: LocalConfig, log: Log) => Promise<string>;

/** The operator's commands, by the name that `npm run veza -- NAME` takes. */
const COMMANDS: Readonly<Record<string, Command>> = { 'grant-role': grantRole, upload };

const [name = '', ...words] = process.argv.slice(2);
const command = COMMANDS[name];
try {
  if (!command) throw new UsageError(`there is no command "${name}"; these are: ${Object.keys(COMMANDS).join(', ')}`);
  const config = localConfig(process.env, process.cwd());
  console.log(await command(words, config, createLog({ service: 'veza-cli', level: 'error' })));
} catch (error) {
  const isExpected = error instanceof UsageError || error instanceof StartFailure || error instanceof InvalidConfig;
  console.error(`veza: ${isExpected ? error.message : String((error as Error).stack ?? error)}`);
  process.exitCode = 1;
}
