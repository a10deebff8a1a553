import { addDays, momentIn } from '../clock/zones';
import { pacificDay } from '../contract';
import { recurrenceFrom } from '../rules/recurrence';
import type { RoutineRow } from '../state/rows-money';
import type { World } from '../world';

export const weeksOfFiftyTwo = 52;

/**
 * Plans the next transfer of an active routine, if there is one to plan.
 *
 * Days are Pacific. What is due today starts in a moment; on any other day it starts as the day does.
 */
export function planNextRun(world: World, routine: RoutineRow): RoutineRow {
  const nowMs = world.clock.now();
  const today = pacificDay(nowMs);
  const day = nextRunDay(routine, today);
  if (day === null) return world.store.routines.put({ ...routine, nextRunMs: null });
  const nextRunMs =
    day === today
      ? nowMs + world.pace.transferStartMs
      : momentIn('America/Los_Angeles', day, '00:00');
  world.scheduler.planAt('start_transfer', routine.id, nextRunMs);
  return world.store.routines.put({ ...routine, nextRunMs });
}

function nextRunDay(routine: RoutineRow, today: string): string | null {
  const { startDate, lastRunDay } = routine;
  const from = lastRunDay !== null && lastRunDay >= today ? addDays(lastRunDay, 1) : today;
  switch (routine.type) {
    case 'one-time':
      if (routine.runs > 0) return null;
      return startDate > today ? startDate : today;
    case 'recurring':
      return recurrenceFrom(startDate, String(routine.typeFields['frequency']), from);
    case 'fifty-two-week':
      return routine.runs < weeksOfFiftyTwo ? recurrenceFrom(startDate, 'weekly', from) : null;
    default:
      // The other kinds wait for something to happen on an account.
      return null;
  }
}
