// Runs before anything is installed, on any Node: plain JavaScript in its oldest dress, no dependency.
// Checks the version of Node, then installs what the lockfile names, but only when the lockfile changed since the last time.
const { spawnSync } = require('child_process');
const { createHash } = require('crypto');
const { existsSync, readFileSync, writeFileSync } = require('fs');
const { join } = require('path');

const root = join(__dirname, '..', '..');
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** Ends the start with one line that says what to do. */
function stop(line) {
  process.stderr.write(`veza: ${line}\n`);
  process.exit(1);
}

const [neededMajor, neededMinor] = manifest.engines.node.match(/\d+/g).map(Number);
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < neededMajor || (major === neededMajor && minor < neededMinor)) {
  stop(`Node ${process.versions.node} is too old; install Node ${neededMajor}.${neededMinor} or newer (https://nodejs.org)`);
}

const hash = createHash('sha256');
for (const file of ['pnpm-lock.yaml', 'package.json', 'pnpm-workspace.yaml']) hash.update(readFileSync(join(root, file)));
const wanted = `${hash.digest('hex')} ${process.platform} ${process.arch} ${process.versions.modules}`;
const stamp = join(root, 'node_modules', '.veza-installed');

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
  const pnpm = manifest.packageManager;
  process.stderr.write('veza: installing what the lockfile names; the first time this takes a minute or two …\n');
  const install = spawnSync('npx', ['--yes', pnpm, 'install', '--frozen-lockfile', '--reporter=append-only'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    shell: process.platform === 'win32',
    // An installation of a production environment would leave out what `npm test` needs.
    env: Object.assign({}, process.env, { NODE_ENV: 'development', npm_config_loglevel: 'error', CI: 'true' }),
  });
  if (install.status !== 0) {
    process.stderr.write(`${install.stdout || ''}${install.stderr || ''}\n`);
    stop('the installation failed (above is why); check the connection to the npm registry and start again');
  }
  writeFileSync(stamp, wanted);
}
