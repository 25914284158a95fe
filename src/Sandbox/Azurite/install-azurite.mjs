// Installs Azurite from the lock file: node install-azurite.mjs <folder of package-lock.json> <target folder>
// npm works in a folder of its own, which then takes the target's place in one rename: two builds at once do not disturb each other.
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const [source, target] = process.argv.slice(2);
const lockFile = 'package-lock.json';
const work = `${target}.${process.pid}`;

const isInstalled = () =>
  existsSync(join(target, lockFile)) &&
  readFileSync(join(target, lockFile), 'utf8') === readFileSync(join(source, lockFile), 'utf8');

const discard = folder => rmSync(folder, { recursive: true, force: true });

if (isInstalled()) process.exit(0);

mkdirSync(work, { recursive: true });
for (const file of ['package.json', lockFile]) copyFileSync(join(source, file), join(work, file));
const npm = spawnSync('npm', ['ci', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
  cwd: work,
  stdio: ['ignore', 'inherit', 'inherit'],
  shell: process.platform === 'win32',
});
if (npm.error || npm.status !== 0) {
  discard(work);
  console.error(npm.error ? `npm could not be started: ${npm.error.message}` : `npm ci ended with ${npm.status}`);
  process.exit(1);
}

try {
  if (!isInstalled()) {
    const old = `${work}.old`;
    if (existsSync(target)) renameSync(target, old);
    renameSync(work, target);
    discard(old);
  }
} catch (error) {
  // A parallel build was faster by a moment: its installation counts if it is the same one.
  if (!isInstalled()) throw error;
} finally {
  discard(work);
}
