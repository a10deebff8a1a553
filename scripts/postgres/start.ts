import { existsSync } from 'node:fs';
import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { Client } from 'pg';
import { findBinaries } from './binaries';
import { freePort } from './free-port';
import { initialise, superuser } from './initialise';
import { runProgram } from './run-program';
import { chooseRuntimeUser } from './runtime-user';

export type RunningPostgres = {
  /** Connection string of one database on the server. */
  url(database: string): string;
  /** Makes the database unless it is there already. */
  ensureDatabase(name: string): Promise<void>;
  stop(): Promise<void>;
  /**
   * Ends it as a crash does, without a word to whoever is connected, and starts it again at the same
   * address. What was committed is there again, if it is `durable`.
   */
  crash(): Promise<void>;
};

/**
 * Starts the bundled PostgreSQL on a free loopback port, making its data folder at the first start.
 * A server that an earlier, killed start left running on the same folder is stopped first.
 *
 * `durable: false` is for tests: it trades safety against power loss for speed. `fresh: true` begins
 * with an empty server.
 */
export async function startPostgres(options: {
  dataFolder: string;
  durable: boolean;
  fresh?: boolean;
}): Promise<RunningPostgres> {
  const user = chooseRuntimeUser(options.dataFolder);
  const { initdb, pgCtl } = await findBinaries(user.binariesFolder);
  // Beside the data that was asked for, also when that lives elsewhere: this folder is ours alone.
  const passwordFile = `${options.dataFolder}.password`;
  const control = (...words: string[]) =>
    runProgram(pgCtl, ['--pgdata', user.dataFolder, '--wait', '--silent', ...words], user);

  if (existsSync(path.join(user.dataFolder, 'postmaster.pid'))) {
    // Fails when the file is stale, and then a start is all that is needed.
    await control('stop', '--mode=fast').catch(() => undefined);
  }
  if (options.fresh) await empty(user.dataFolder);
  const isReady = existsSync(path.join(user.dataFolder, 'PG_VERSION')) && existsSync(passwordFile);
  if (!isReady) {
    // Data without its password, or half of a first start, is of no use to anybody. The password is
    // there only when the data is complete: see `initialise`.
    await empty(user.dataFolder);
    await initialise(initdb, user, passwordFile);
  }
  const password = await readFile(passwordFile, 'utf8');
  const port = await freePort();
  const settings = [
    `-p ${port}`,
    '-c listen_addresses=127.0.0.1',
    "-c unix_socket_directories=''",
    '-c max_connections=200',
    ...(options.durable ? [] : ['-c fsync=off', '-c synchronous_commit=off']),
  ];
  const logFile = path.join(user.dataFolder, 'server.log');
  const start = () => control('start', `--log=${logFile}`, `--options=${settings.join(' ')}`);
  try {
    await start();
  } catch (error) {
    // Ctrl-C ends pg_ctl in the middle of a start, and may leave the server that it began.
    await control('stop', '--mode=fast').catch(() => undefined);
    throw error;
  }

  const url = (database: string) =>
    `postgresql://${superuser}:${password}@127.0.0.1:${port}/${database}`;
  return {
    url,
    ensureDatabase: (name) => ensureDatabase(url('postgres'), name),
    stop: async () => {
      await control('stop', '--mode=fast');
    },
    crash: async () => {
      await control('stop', '--mode=immediate');
      await start();
    },
  };
}

/** The folder itself stays, because it belongs to the user who runs the server. */
async function empty(folder: string): Promise<void> {
  const entries = await readdir(folder).catch(() => []);
  for (const entry of entries) await rm(path.join(folder, entry), { recursive: true, force: true });
}

async function ensureDatabase(adminUrl: string, name: string): Promise<void> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (found.rowCount === 0)
      await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}
