import { freePort } from '../../postgres/free-port';
import { buildApp, isBuilt } from '../../stack/build-app';
import type { Bench } from '../measure';
import { spawnServer } from '../server-under-test';
import { type Door, runNext, untilAnswered } from './run-next';
import type { Parts } from './start-parts';

const path = '/api/webhooks/astra';

/** The app as `npm start` runs it; it is built first when its sources have changed. */
export async function runApp(bench: Bench, { appPort: port, env }: Parts): Promise<Door> {
  if (!(await isBuilt())) await buildApp(new AbortController().signal);
  return runNext(bench, { port, path, env });
}

/** The stand-alone door as `npm run ingest` starts it. */
export async function runIngest(bench: Bench, { env, databaseUrl }: Parts): Promise<Door> {
  const port = await freePort();
  const own = { ...env, DATABASE_URL: databaseUrl, INGEST_PORT: String(port) };
  const server = spawnServer(bench, ['--conditions=react-server', 'ingest/main.ts'], own);
  await untilAnswered(server, port);
  return { ...server, port, path };
}
