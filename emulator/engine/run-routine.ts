import { pacificDay } from '../contract';
import { triggerAmount } from '../rules/trigger-amounts';
import { Problem } from '../server/problem';
import type { RoutineRow, TransferRow } from '../state/rows-money';
import type { World } from '../world';
import { planNextRun } from './routine-schedule';
import { needsAuthorization, setRoutineStatus } from './routine-status';
import { startTransfer } from './transfers';

/** The planned moment of a routine. A plan that was replaced by another one does nothing. */
export function runDueRoutine(world: World, routineId: string): void {
  const routine = world.store.routines.get(routineId);
  if (routine?.status !== 'active') return;
  if (routine.nextRunMs === null || routine.nextRunMs > world.clock.now()) return;
  if (needsAuthorization(world, routine)) {
    setRoutineStatus(world, { ...routine, nextRunMs: null }, 'pending_account_authorization');
    return;
  }
  const amountCents = amountOf(world, routine, null);
  if (amountCents !== null) runRoutine(world, routine, amountCents);
}

/**
 * Makes a routine's transfer now: of a repeating one ahead of its day, which stays planned, and of
 * those that wait for something to happen.
 *
 * @param occasionCents the purchase or deposit that sets it off, where the kind needs one
 * @throws Problem saying why nothing can move
 */
export function triggerRoutine(
  world: World,
  routineId: string,
  occasionCents: number | null = null,
): TransferRow {
  const routine = world.store.routines.get(routineId);
  if (routine?.status !== 'active') throw new Problem(400, 'The routine is not active.');
  if (routine.type === 'one-time' && routine.runs > 0) {
    throw new Problem(400, 'A one-time routine makes one transfer only.');
  }
  const amountCents = amountOf(world, routine, occasionCents);
  if (amountCents === null) {
    throw new Problem(400, 'There is nothing to move. Name the purchase or deposit behind it.');
  }
  return runRoutine(world, routine, amountCents);
}

/** Makes a transfer of a routine, whose next one is planned afterwards. */
export function runRoutine(world: World, routine: RoutineRow, amountCents: number): TransferRow {
  const ran = world.store.routines.put({
    ...routine,
    runs: routine.runs + 1,
    lastRunDay: dayOfRun(world, routine),
    nextRunMs: null,
  });
  planNextRun(world, ran);
  return startTransfer(world, ran, amountCents);
}

/** An extra transfer, ahead of the plan, does not take the place of the planned one. */
function dayOfRun(world: World, routine: RoutineRow): string | null {
  const nowMs = world.clock.now();
  const isExtra = routine.nextRunMs !== null && routine.nextRunMs > nowMs;
  return isExtra ? routine.lastRunDay : pacificDay(nowMs);
}

function amountOf(world: World, routine: RoutineRow, occasionCents: number | null): number | null {
  const { accounts } = world.store;
  return triggerAmount({
    type: routine.type,
    fields: routine.typeFields,
    amountCents: routine.amountCents,
    runs: routine.runs,
    sourceBalanceCents: accounts.get(routine.sourceId)?.availableBalanceCents ?? null,
    destinationBalanceCents: accounts.get(routine.destinationId)?.availableBalanceCents ?? null,
    occasionCents,
  });
}
