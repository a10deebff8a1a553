import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { migrate } from '@/prisma/migrate';
import { startPostgres } from '../postgres/start';
import { buildApp, isBuilt } from './build-app';
import { type Child, startChild } from './children';
import { emulatorWords, readOwnFile, stackEnvironment } from './environment';
import { leaveEnvironment } from './environment-file';
import { holdIpv6 } from './hold-ipv6';
import { localSecrets } from './local-secrets';
import { requireFreePorts } from './ports';
import { generatePrismaClient } from './prisma-client';
import { step } from './progress';
import { appUrl, type StackSettings, tracesOf } from './settings';
import { endProcess } from './spawn-node';
import { waitForApp, waitForEmulator } from './wait';

export type Stack = {
  addresses: { app: string; console: string; mailbox: string };
  /** Settles when a part has ended by itself, with a sentence about it. */
  ended: Promise<string>;
  stop(): Promise<void>;
};

type StackOptions = {
  settings: StackSettings;
  /** `development` reloads by itself; `production` is built first. */
  mode: 'development' | 'production';
  /** Whether `.env.local` counts. */
  ownFile: boolean;
  env?: Record<string, string>;
  /**
   * For tests that look for what must stand nowhere: keeps what the app and the worker say, and the
   * database's address, in the data folder.
   */
  keepsTraces?: boolean;
  /** Asks to stop in the middle of the start. */
  signal: AbortSignal;
};

/**
 * Starts everything: PostgreSQL, the emulator, the worker and the app. What was started is stopped
 * again when a later part fails.
 *
 * @throws Error when a part fails, and the signal's reason when asked to stop.
 */
export async function startStack(options: StackOptions): Promise<Stack> {
  const { settings, mode, signal } = options;
  const stops: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (const stopPart of stops.splice(0).reverse()) await stopPart();
  };
  try {
    await requireFreePorts(settings);
    await step('Generating the database client', signal, () => generatePrismaClient(signal));
    const own = options.ownFile ? await readOwnFile() : {};
    const databaseUrl = own['DATABASE_URL'] ?? (await startDatabase(settings, stops, signal));
    await step('Bringing the database up to date', signal, () =>
      migrate(databaseUrl, signal).catch(explainDatabase),
    );
    const isProduction = mode === 'production';
    if (isProduction && !(await isBuilt())) {
      await step('Building the app', signal, () => buildApp(signal));
    }

    if (options.keepsTraces) await beginTraces(settings, databaseUrl);
    const env = {
      ...options.env,
      ...(await stackEnvironment(settings, databaseUrl, own, signal)),
      NEXT_TELEMETRY_DISABLED: '1',
    };
    if (settings.keepsData) stops.push(await leaveEnvironment(settings, env));
    const run = (name: string, words: string[], childEnv: Record<string, string>) => {
      signal.throwIfAborted();
      const logFile = options.keepsTraces ? tracesOf(settings).logFile : undefined;
      const child = startChild({ name, words, env: childEnv, logFile });
      stops.push(() => endProcess(child.process));
      return child;
    };
    const emulator = await step('Starting the emulator of Astra', signal, async () => {
      const { BALANCE_PASSWORD } = await localSecrets(settings.dataFolder);
      const words = emulatorWords(settings, 'serve', BALANCE_PASSWORD);
      const waiting = waitForEmulator(words, signal);
      stops.push(() => endProcess(waiting.child.process));
      return { child: waiting.child, ready: await waiting.ready };
    });
    const parts: Child[] = [emulator.child];
    await step('Starting the worker and the app', signal, async () => {
      stops.push(await holdIpv6(settings.ports.app));
      parts.push(
        run('worker', workerWords(isProduction), env),
        run('app', nextWords(settings, isProduction), {
          ...env,
          NODE_ENV: isProduction ? 'production' : 'development',
        }),
      );
      await waitForApp(appUrl(settings), parts, signal);
    });
    return {
      addresses: {
        app: appUrl(settings),
        console: emulator.ready.console,
        mailbox: emulator.ready.mailbox,
      },
      ended: Promise.race(parts.map(({ ended }) => ended)),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function beginTraces(settings: StackSettings, databaseUrl: string): Promise<void> {
  const { logFile, databaseUrlFile } = tracesOf(settings);
  await writeFile(logFile, '', { mode: 0o600 });
  await writeFile(databaseUrlFile, databaseUrl, { mode: 0o600 });
}

/** Only the server's own words say whether it is away, full, or refuses us. */
function explainDatabase(error: unknown): never {
  const said = error instanceof Error ? error.message : String(error);
  throw new Error(`The database could not be brought up to date: ${said}.`);
}

async function startDatabase(
  settings: StackSettings,
  stops: (() => Promise<void>)[],
  signal: AbortSignal,
): Promise<string> {
  // Never cut short: a server that nobody has waited for could not be stopped.
  const postgres = await step('Starting PostgreSQL', signal, () =>
    startPostgres({
      dataFolder: path.join(settings.dataFolder, 'postgres'),
      durable: settings.keepsData,
      fresh: !settings.keepsData,
    }),
  );
  stops.push(() => postgres.stop());
  await postgres.ensureDatabase('app');
  return postgres.url('app');
}

/** Not Node's own `--watch`: its watching process does not end with the process that started it. */
function workerWords(isProduction: boolean): string[] {
  const program = ['--conditions=react-server', 'lib/jobs/main.ts'];
  return isProduction
    ? ['--import', 'tsx', ...program]
    : ['node_modules/tsx/dist/cli.mjs', 'watch', '--clear-screen=false', ...program];
}

function nextWords({ ports }: StackSettings, isProduction: boolean): string[] {
  const command = isProduction ? 'start' : 'dev';
  return [
    'node_modules/next/dist/bin/next',
    command,
    '--port',
    String(ports.app),
    '--hostname',
    '127.0.0.1',
  ];
}
