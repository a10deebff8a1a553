import { createClock, runningClock } from './clock/clock';
import { paces } from './clock/pace';
import { Scheduler } from './clock/scheduler';
import { Timekeeper } from './clock/timekeeper';
import { Director } from './control/director';
import { setUpInstruments } from './engine/instruments';
import { ledgerImbalance } from './engine/ledger';
import { taskHandlers } from './engine/tasks';
import { errorText } from './error-text';
import { createFaults } from './faults/faults';
import { kindNamed } from './faults/kinds';
import { createRandom, createSeededRandom, type Random, type SeededRandom } from './random';
import type { Settings } from './settings';
import { openSites } from './sites';
import { removeAddresses, writeAddresses } from './state/address-file';
import { readOrCreateClient } from './state/client';
import { lockDataDir } from './state/lock';
import { RecentChanges } from './state/recent-changes';
import { Store } from './state/store';
import { BalanceAsker } from './webhooks/balance-asker';
import { Deliverer } from './webhooks/deliver';
import type { World } from './world';

/** A running emulator: where to find it, and how to stop it. */
export type RunningEmulator = {
  readonly apiUrl: string;
  readonly secureUrl: string;
  readonly hostedUrl: string;
  readonly smtpUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Stops listening, drops connections and releases the data folder. Nothing answered is lost. */
  close(): Promise<void>;
};

/**
 * Starts an emulator and takes up whatever an earlier one left unfinished in its data folder.
 *
 * @throws StartError for a reason that the person starting it can remove
 */
export async function startEmulator(
  settings: Settings,
  log: (text: string) => void,
): Promise<RunningEmulator> {
  const client = readOrCreateClient(settings.dataDir, settings.seed);
  const unlock = lockDataDir(settings.dataDir);
  const store = new Store();
  try {
    store.open(settings.dataDir);
    const seeded = settings.seed === null ? null : seededFor(store, settings.seed);
    const world = createWorld(settings, store, client, seeded ?? createRandom(), log);
    freezeNewWorld(world, settings.freezeAtMs);
    const deliverer = new Deliverer(world);
    const balances = new BalanceAsker(world);
    const { clock, scheduler } = world;
    const idle = async () => {
      await deliverer.idle();
      await balances.idle();
    };
    const timekeeper = new Timekeeper({ store, clock, scheduler, idle });
    const director = new Director({ world, deliverer, timekeeper, settings, seeded });
    store.transaction(() => setUpInstruments(world));
    if (world.strict) store.checkBeforeCommit(() => ledgerImbalance(world));
    const sites = await openSites(world, director, settings);
    world.places.hostedUrl = sites.hosted.origin;
    const handlers = taskHandlers(world, deliverer, balances);
    world.scheduler.start((kind, subject) => handlers[kind](subject));
    deliverer.resumeInterrupted();
    timekeeper.resume();
    const addresses = {
      apiUrl: sites.api.origin,
      secureUrl: sites.secure.origin,
      hostedUrl: sites.hosted.origin,
      smtpUrl: sites.mail.origin,
    };
    writeAddresses(settings.dataDir, addresses);
    return {
      ...addresses,
      clientId: client.clientId,
      clientSecret: client.clientSecret,
      close: async () => {
        timekeeper.stop();
        world.scheduler.stop();
        deliverer.stop();
        balances.stop();
        await sites.close();
        store.close();
        removeAddresses(settings.dataDir);
        unlock();
      },
    };
  } catch (error) {
    store.close();
    unlock();
    throw error;
  }
}

function createWorld(
  settings: Settings,
  store: Store,
  client: World['client'],
  random: Random,
  log: (text: string) => void,
): World {
  const clock = createClock(() => store.clock.get('clock') ?? runningClock);
  const onError = (error: unknown) => log(errorText(error));
  return {
    store,
    clock,
    random,
    client,
    log,
    scheduler: new Scheduler(store, clock, random, onError),
    faults: createFaults(kindNamed),
    recent: new RecentChanges(store, clock),
    pace: paces[settings.pace],
    clientName: settings.clientName,
    strict: settings.strict,
    feeMode: settings.feeMode,
    peerToPeer: settings.peerToPeer,
    places: { hostedUrl: '' },
    redirectUris: settings.redirectUris,
    webhookUrl: settings.webhookUrl,
    balanceUrl: settings.balanceUrl,
  };
}

/** The seeded source, at the place where an earlier run left it, and kept there from now on. */
function seededFor(store: Store, seed: number): SeededRandom {
  const random = createSeededRandom(seed, 'world');
  random.moveTo(store.random.get('random')?.position ?? 0);
  store.beforeCommit(() => {
    const position = random.position();
    if (store.random.get('random')?.position === position) return;
    store.random.put({ id: 'random', position });
  });
  return random;
}

function freezeNewWorld({ store }: World, freezeAtMs: number | null): void {
  if (freezeAtMs === null || store.clock.size > 0) return;
  store.transaction(() =>
    store.clock.put({ id: 'clock', ...runningClock, frozenAtMs: freezeAtMs, target: null }),
  );
}
