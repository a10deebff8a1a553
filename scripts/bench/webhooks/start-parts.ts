import path from 'node:path';
import { migrate } from '@/prisma/migrate';
import { freePort } from '../../postgres/free-port';
import { type RunningPostgres, startPostgres } from '../../postgres/start';
import { stackEnvironment } from '../../stack/environment';
import type { StackSettings } from '../../stack/settings';
import type { Bench } from '../measure';

/** What the parts of an app share: a PostgreSQL that loses nothing, a database, an environment. */
export type Parts = {
  readonly postgres: RunningPostgres;
  readonly databaseUrl: string;
  /** The emulator of this environment keeps its data here. */
  readonly emulatorFolder: string;
  readonly appPort: number;
  readonly env: Readonly<Record<string, string>>;
};

export async function startParts(bench: Bench): Promise<Parts> {
  const dataFolder = bench.newFolder();
  const options = { dataFolder: path.join(dataFolder, 'postgres'), durable: true, fresh: true };
  const postgres = await startPostgres(options);
  bench.atEnd(() => postgres.stop());
  const databaseUrl = await newDatabase(postgres, 'app');
  const appPort = await freePort();
  // Nobody calls the emulator at a port of these: one that is started takes others, and says so.
  const ports = { app: appPort, api: 9, secure: 9, hosted: 9, smtp: 9 };
  const settings: StackSettings = { dataFolder, ports, pace: 'slow', keepsData: true };
  const env = await stackEnvironment(
    settings,
    databaseUrl,
    { LOG_LEVEL: 'error' },
    new AbortController().signal,
  );
  return {
    postgres,
    databaseUrl,
    emulatorFolder: path.join(dataFolder, 'emulator'),
    appPort,
    env: { ...env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  };
}

/** An empty database with our tables. */
export async function newDatabase(postgres: RunningPostgres, name: string): Promise<string> {
  await postgres.ensureDatabase(name);
  const url = postgres.url(name);
  await migrate(url);
  return url;
}
