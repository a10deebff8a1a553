import { expect, onTestFinished, test } from 'vitest';
import { db } from '@/lib/db/prisma';
import { controlEmulator } from '../astra/control';
import { useEmulator } from '../astra/emulator';
import { moveTime } from '../astra/timeline';
import { createChance } from '../chance';
import { useDatabase } from '../own-database';
import { until } from '../until';
import { makeChanges, toldChanges } from './changes';
import { comeToRest, reconcileNow, sayWhatIsLeft } from './come-to-rest';
import { watchDeliveries } from './deliveries';
import { breakCalls, breakWebhooks, mendEverything } from './faults';
import { findAllDifferences } from './find-differences';
import { killAtRandom } from './kill-at-random';
import { createNewcomers } from './newcomers';
import { findRepeatedChanges, letEventsAloneTell } from './only-events';
import { findPaymentFaults, planForms, sendAll } from './payments';
import { createResidents, type Resident, renewBearers } from './residents';
import { askedSize } from './size';
import { startAll, startApp, stopAll } from './start-app';
import { createStopwatch } from './stopwatch';

const size = askedSize();
const postgres = await useDatabase();
const emulator = await useEmulator({ seed: size.seed });
process.env['ASTRA_API_URL'] = emulator.api;

/** A little longer than Astra tries to deliver, and than everything of a person may go unread. */
const sixHours = 6 * 60 * 60 + 60;
/** All that was missed in that time is repaired so long after the start. */
const repairedWithinMs = 60_000;
/** Each look compares everything of everybody, and would keep the machine from the repair. */
const compareMs = 3_000;
/** More would be forgotten before they are delivered. */
const eventsAtOnce = 100;

/**
 * Waits until nothing stands otherwise here than at Astra.
 *
 * @throws Error that names what does, in whichever report of the test.
 */
async function untilRepaired(residents: readonly Resident[]): Promise<void> {
  let differences: string[] = [];
  const areRepaired = async () => {
    differences = await findAllDifferences(residents);
    return differences.length === 0;
  };
  await until('everything to be repaired', areRepaired, repairedWithinMs, compareMs).catch(
    async (cause: unknown) => {
      const left = await sayWhatIsLeft();
      throw new Error(`Not repaired: ${differences.join('; ')}. Left: ${left}`, { cause });
    },
  );
}

test('events repeated, shuffled, dropped and cut off, reads that fail or are old, processes and a database that die, and six hours away: nothing is lost, and nothing done twice', {
  timeout: 3 * 60 * 60_000,
}, async () => {
  const { lap, laps } = createStopwatch();
  const chance = createChance(size.seed);
  const residents = await createResidents(emulator, size.people);
  const app = await startApp(emulator, size.server);
  onTestFinished(() => stopAll(app.all));
  // Whatever was delivered until now may have come before there was an app.
  await controlEmulator(emulator, 'clock advance', { to: '0s' });
  const deliveries = await watchDeliveries(emulator);
  lap(`${size.people} people`);

  await breakWebhooks(emulator);
  await createNewcomers(emulator, size.people);
  await breakCalls(emulator);
  const forms = planForms(residents, Math.ceil(size.events / 40), chance);
  let isOver = false;
  const deaths = killAtRandom(app.all, postgres, {
    ...size,
    chance: createChance(size.seed + 1),
    isOver: () => isOver,
  });
  const changeEverything = async () => {
    let events = 0;
    while (events < size.events) {
      events += (await makeChanges(emulator, residents, chance, { events: eventsAtOnce })).events;
      await deliveries.untilRoom();
    }
  };
  const all = Promise.all([changeEverything(), sendAll(forms)]).finally(() => {
    isOver = true;
  });
  await Promise.all([all, deaths]);
  await mendEverything(emulator);
  lap(
    `${size.events} events, ${size.kills} kills, ${size.databaseCrashes} crashes of the database`,
  );

  await comeToRest(emulator);
  await moveTime(emulator, sixHours);
  await reconcileNow();
  await comeToRest(emulator);
  lap('rest');
  expect(await deliveries.lost()).toEqual([]);
  expect(await findAllDifferences(residents)).toEqual([]);

  await renewBearers(residents);
  await letEventsAloneTell();
  await makeChanges(emulator, residents, chance, { events: size.toldEvents }, toldChanges);
  await untilRepaired(residents);
  expect(await findRepeatedChanges()).toEqual([]);
  lap(`${size.toldEvents} events that alone tell of changes`);

  await Promise.all(app.all.map((kept) => kept.kill({ forGood: true })));
  await makeChanges(emulator, residents, chance, { changes: size.changesInOutage });
  await moveTime(emulator, sixHours);
  expect(await deliveries.underWay()).toBe(0);
  lap(`${size.changesInOutage} changes in six hours`);
  await startAll(app.all);
  await untilRepaired(residents);
  lap('repair');

  await comeToRest(emulator);
  expect(await findAllDifferences(residents)).toEqual([]);
  expect(await findRepeatedChanges()).toEqual([]);
  expect(await findPaymentFaults(emulator, forms)).toEqual([]);
  const unexplained = { OR: [{ outcome: null }, { status: 'received' as const }] };
  expect(await db().webhookEvent.findMany({ where: unexplained })).toEqual([]);
  console.log(`seed ${size.seed}: ${laps()}`);
});
