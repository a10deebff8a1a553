import type { RunningPostgres } from '@/scripts/postgres/start';
import type { Chance } from '../chance';
import { until } from '../until';
import type { Kept } from './keep-running';

/** Pieces of work of all processes between two deaths of the database. */
const [leastWorkOfAll, mostWorkOfAll] = [20, 600];
const patienceMs = 300_000;

type Deaths = {
  /** Of the processes together. */
  kills: number;
  databaseCrashes: number;
  chance: Chance;
  /** Whether nothing more is to come: the deaths that are left then follow on each other. */
  isOver: () => boolean;
};

/**
 * Kills processes and the database so many times, each in the middle of whatever it does. When is
 * drawn beforehand, in pieces of work, so that the plan does not depend on which process is faster.
 */
export async function killAtRandom(
  processes: readonly Kept[],
  postgres: RunningPostgres,
  { kills, databaseCrashes, chance, isOver }: Deaths,
): Promise<void> {
  const plans = processes.map((kept) => ({ kept, work: new Array<number>() }));
  for (let kill = 0; kill < kills; kill += 1) {
    const plan = plans[kill % plans.length];
    plan?.work.push(chance.between(0, plan.kept.mostWork));
  }
  const crashes = Array.from({ length: databaseCrashes }, () =>
    chance.between(leastWorkOfAll, mostWorkOfAll),
  );
  const worked = () => processes.reduce((sum, kept) => sum + kept.worked(), 0);

  async function killEach({ kept, work }: (typeof plans)[number]): Promise<void> {
    for (const wait of work) {
      await kept.untilReady();
      await untilWorked(kept.name, kept.worked, wait, isOver);
      await kept.kill();
    }
    await kept.untilReady();
  }
  async function crashEach(): Promise<void> {
    for (const wait of crashes) {
      await untilWorked('all processes', worked, wait, isOver);
      await postgres.crash();
    }
  }
  await Promise.all([...plans.map(killEach), crashEach()]);
}

async function untilWorked(
  who: string,
  worked: () => number,
  more: number,
  isOver: () => boolean,
): Promise<void> {
  const target = worked() + more;
  await until(`${who} to do some work`, () => isOver() || worked() >= target, patienceMs);
}
