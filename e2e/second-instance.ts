import type { ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { measuredNode } from '../scripts/bench/live/abandon-streams';
import { stackEnvironment } from '../scripts/stack/environment';
import { testSettings, tracesOf } from '../scripts/stack/settings';
import { spawnNode } from '../scripts/stack/spawn-node';

const port = testSettings.ports.app + 1;

/** Where the second app server answers: the same site, so the same people are signed in there. */
export const secondInstance = `http://localhost:${port}`;

/** Starts a second app server beside the first, on the same database. */
export async function startSecondInstance(): Promise<ChildProcess> {
  const databaseUrl = await readFile(tracesOf(testSettings).databaseUrlFile, 'utf8');
  const never = new AbortController().signal;
  const env = await stackEnvironment(testSettings, databaseUrl, { LOG_LEVEL: 'warn' }, never);
  const next = ['node_modules/next/dist/bin/next', 'start', '--port', String(port)];
  const child = spawnNode([...measuredNode, ...next, '--hostname', 'localhost'], {
    env: { ...env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    output: 'inherit',
  });
  return child;
}
