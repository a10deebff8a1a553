// The one script that runs before anything is installed: `node scripts/run.mjs <name>` installs the
// dependencies when they are missing or older than package-lock.json, then runs scripts/<name>.ts.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const root = path.dirname(import.meta.dirname);
const [name = '', ...words] = process.argv.slice(2);

let isStopped = false;

requireNode(20, 19);
await installDependencies();
await runScript();

/**
 * @param {number} major
 * @param {number} minor
 */
function requireNode(major, minor) {
  const [thisMajor = 0, thisMinor = 0] = process.versions.node.split('.').map(Number);
  if (thisMajor > major || (thisMajor === major && thisMinor >= minor)) return;
  console.error(`This needs Node ${major}.${minor} or newer; here is ${process.versions.node}.`);
  process.exit(1);
}

async function installDependencies() {
  const lock = readFileSync(path.join(root, 'package-lock.json'));
  const wanted = createHash('sha256').update(lock).digest('hex');
  const markFile = path.join(root, 'node_modules', '.installed-from');
  if (existsSync(markFile) && readFileSync(markFile, 'utf8') === wanted) return;
  if (wasInstalledByHand()) return writeFileSync(markFile, wanted);

  // On stderr, so that the output of a command such as `emulator env` stays clean.
  console.error('Installing dependencies (the first time takes a minute) …');
  const npm = process.env['npm_execpath'];
  const flags = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund'];
  const child = npm
    ? spawn(process.execPath, [npm, ...flags], { cwd: root, stdio: ['ignore', 2, 2] })
    : spawn('npm', flags, { cwd: root, stdio: ['ignore', 2, 2], shell: true });
  // Its end is waited for also after a stop: half of an install must not go on unseen.
  const code = await untilEnded(child);
  if (isStopped) process.exit(1);
  if (code !== 0) {
    console.error('The dependencies were not installed; npm said why above.');
    process.exit(1);
  }
  writeFileSync(markFile, wanted);
}

/** npm writes its own copy of the lock file when it has installed everything in it. */
function wasInstalledByHand() {
  const written = (/** @type {string} */ file) =>
    existsSync(path.join(root, file)) ? statSync(path.join(root, file)).mtimeMs : 0;
  return written('node_modules/.package-lock.json') > written('package-lock.json');
}

async function runScript() {
  const script = path.join(root, 'scripts', `${name}.ts`);
  const preload = pathToFileURL(path.join(root, 'scripts', 'end-with-parent.mjs')).href;
  const flags = ['--import', preload, '--import', 'tsx'];
  const child = spawn(process.execPath, [...flags, script, ...words], {
    cwd: root,
    env: { ...process.env, ENDS_WITH_PARENT: 'true' },
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  process.exit(await untilEnded(child));
}

/**
 * Waits for a child to end, and lets it clean up when asked to stop.
 *
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<number>} its exit code.
 */
function untilEnded(child) {
  const stop = () => {
    isStopped = true;
    child.kill('SIGTERM');
  };
  // Ctrl-C reaches the whole group of processes, and so the child as well.
  process.on('SIGINT', () => {
    isStopped = true;
  });
  process.on('SIGTERM', stop);
  // The terminal was closed.
  process.on('SIGHUP', stop);
  // npm starts this through a shell, and a shell that is ended tells nobody.
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && stop(), 500).unref();
  return new Promise((resolve) => child.on('exit', (code) => resolve(code ?? 1)));
}
