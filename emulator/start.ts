import { createClock } from './clock/clock';
import { paces } from './clock/pace';
import { Scheduler } from './clock/scheduler';
import { setUpInstruments } from './engine/instruments';
import { ledgerImbalance } from './engine/ledger';
import { taskHandlers } from './engine/tasks';
import { errorText } from './error-text';
import { createRandom } from './random';
import type { Settings } from './settings';
import { openSites } from './sites';
import { readOrCreateClient } from './state/client';
import { lockDataDir } from './state/lock';
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
  const client = readOrCreateClient(settings.dataDir);
  const unlock = lockDataDir(settings.dataDir);
  const store = new Store();
  try {
    store.open(settings.dataDir);
    const world = createWorld(settings, store, client, log);
    const deliverer = new Deliverer(world);
    const balances = new BalanceAsker(world);
    store.transaction(() => setUpInstruments(world));
    if (world.strict) store.checkBeforeCommit(() => ledgerImbalance(world));
    const sites = await openSites(world, deliverer, settings);
    world.places.hostedUrl = sites.hosted.origin;
    world.scheduler.start(taskHandlers(world, deliverer, balances));
    deliverer.resumeInterrupted();
    return {
      apiUrl: sites.api.origin,
      secureUrl: sites.secure.origin,
      hostedUrl: sites.hosted.origin,
      smtpUrl: sites.mail.origin,
      clientId: client.clientId,
      clientSecret: client.clientSecret,
      close: async () => {
        world.scheduler.stop();
        deliverer.stop();
        balances.stop();
        await sites.close();
        store.close();
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
  log: (text: string) => void,
): World {
  const clock = createClock();
  const random = createRandom();
  const onError = (error: unknown) => log(errorText(error));
  return {
    store,
    clock,
    random,
    client,
    log,
    scheduler: new Scheduler(store, clock, random, onError),
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
