import { cpSync } from 'node:fs';
import path from 'node:path';
import { freePort } from '../../postgres/free-port';
import { runToEnd } from '../../stack/run-to-end';
import { root } from '../../stack/settings';
import type { Bench } from '../measure';
import { type Door, nextBin, runNext } from './run-next';

/**
 * Builds and starts an app of Next's with our settings and nothing but one route, which reads a body
 * and says 200. It is made in the benchmark's own folder, so that our app never has such a route.
 */
export async function runBareApp(bench: Bench): Promise<Door> {
  const folder = bench.newFolder();
  cpSync(path.join(import.meta.dirname, 'bare-app'), folder, { recursive: true });
  cpSync(path.join(root, 'next.config.js'), path.join(folder, 'next.config.js'));
  cpSync(path.join(root, 'tsconfig.json'), path.join(folder, 'tsconfig.json'));
  const env = { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' };
  await runToEnd([nextBin, 'build', folder], { env });
  return runNext(bench, { folder, port: await freePort(), path: '/api/bare', env });
}
