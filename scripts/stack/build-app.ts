import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { runToEnd } from './run-to-end';
import { root } from './settings';

/** What the build is made of. */
const sources = [
  'app',
  'components',
  'lib',
  'public',
  'instrumentation.ts',
  'next.config.js',
  'package-lock.json',
  'postcss.config.mjs',
  'proxy.ts',
  'tsconfig.json',
];

/** Whether the build stands for the sources as they are now. */
export async function isBuilt(): Promise<boolean> {
  const mark = await readFile(markFile, 'utf8').catch(() => '');
  return existsSync(path.join(root, '.next', 'BUILD_ID')) && mark === (await fingerprint());
}

/** Builds the app for production, unless `signal` asks to stop. */
export async function buildApp(signal: AbortSignal): Promise<void> {
  await runToEnd(['node_modules/next/dist/bin/next', 'build'], {
    env: { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    signal,
  });
  await writeFile(markFile, await fingerprint());
}

const markFile = path.join(root, '.next', 'built-from');

async function fingerprint(): Promise<string> {
  const hash = createHash('sha256');
  for (const source of sources) {
    for (const file of await filesUnder(path.join(root, source))) {
      hash
        .update(path.relative(root, file))
        .update('\0')
        .update(await readFile(file));
    }
  }
  return hash.digest('hex');
}

async function filesUnder(place: string): Promise<string[]> {
  const entries = await readdir(place, { recursive: true, withFileTypes: true }).catch(() => null);
  if (!entries) return existsSync(place) ? [place] : [];
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}
