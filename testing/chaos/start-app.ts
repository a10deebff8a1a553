import { signatureHeader } from '@/lib/astra';
import { buildApp, isBuilt } from '@/scripts/stack/build-app';
import type { Emulator } from '../astra/emulator';
import { programWords } from '../processes/spawn-program';
import { type Kept, keepRunning } from './keep-running';
import type { Size } from './size';

const next = ['node_modules/next/dist/bin/next', 'start', '--hostname', '127.0.0.1', '--port', '0'];

// Deliveries come more often than jobs end, so both kinds have died as often as planned when the last
// event comes.
const [mostDeliveries, mostJobs] = [60, 24];

const address = /http:\/\/127\.0\.0\.1:\d+/;

/** As long as Astra waits for an answer. */
const patienceMs = 10_000;

/** Two instances of what takes in webhooks, and two workers. */
export type App = { instances: Kept[]; workers: Kept[]; all: Kept[] };

/**
 * Starts the app as many processes.
 *
 * @param server `next` is the production build; `route` is its webhook route alone, which needs none.
 */
export async function startApp(emulator: Emulator, server: Size['server']): Promise<App> {
  if (server === 'next' && !(await isBuilt())) await buildApp(new AbortController().signal);
  const instances = ['app 1', 'app 2'].map((name) =>
    keepRunning({
      name,
      words: server === 'next' ? next : programWords('serve-webhooks'),
      env: server === 'next' ? { NODE_ENV: 'production' } : {},
      isReady: (line) => address.test(line),
      isWork: () => false,
      mostWork: mostDeliveries,
    }),
  );
  const workers = ['worker 1', 'worker 2'].map((name) =>
    keepRunning({
      name,
      words: programWords('worker'),
      env: { LOG_LEVEL: 'debug' },
      isReady: (line) => line.includes('worker works'),
      isWork: (line) => line.includes('job done'),
      mostWork: mostJobs,
    }),
  );
  balance(emulator, instances);
  const all = [...instances, ...workers];
  await startAll(all);
  return { instances, workers, all };
}

export async function startAll(all: readonly Kept[]): Promise<void> {
  for (const kept of all) kept.start();
  for (const kept of all) await kept.untilReady();
}

export async function stopAll(all: readonly Kept[]): Promise<void> {
  await Promise.all(all.map((kept) => kept.stop()));
}

/** Stands before the instances and gives each delivery to the next one, whether it lives or not. */
function balance(emulator: Emulator, instances: readonly Kept[]): void {
  let turn = 0;
  emulator.webhooks.handOver(async ({ body, signature }) => {
    turn += 1;
    const instance = instances[turn % instances.length];
    const [url] = address.exec(instance?.readyLine() ?? '') ?? [];
    if (!instance || url === undefined) throw new Error('This instance is down.');
    const answer = await fetch(`${url}/api/webhooks/astra`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', [signatureHeader]: signature ?? '' },
      body: new Uint8Array(body),
      signal: AbortSignal.timeout(patienceMs),
    });
    instance.countWork();
    if (answer.status !== 200) throw new Error(`It answered ${answer.status}.`);
  });
}
