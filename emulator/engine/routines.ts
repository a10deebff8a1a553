import { addDays } from '../clock/zones';
import { pacificDay } from '../contract';
import type { RoutineRow, RoutineStatus } from '../state/rows-money';
import type { World } from '../world';
import { planNextRun } from './routine-schedule';
import {
  isRunning,
  needsAuthorization,
  setRoutineStatus,
  statusByCircumstances,
} from './routine-status';

export type NewRoutine = Omit<
  RoutineRow,
  'id' | 'active' | 'status' | 'nextRunMs' | 'lastRunDay' | 'runs' | 'createdMs' | 'history'
>;

/** A payment from card to card with nothing special about it. */
export const plainCardPayment = {
  flow: 'card-to-card',
  type: 'one-time',
  paymentType: 'debit',
  preferredSpeed: null,
  typeFields: {},
  feePercent: null,
  settlementMode: null,
  disableAlternativeRouting: false,
  ultimateSenderId: null,
  ultimateReceiverId: null,
} as const satisfies Partial<NewRoutine>;

/** For how long after its day a one-time payment can still be rescued by a new log-in. */
const daysToAuthorize = 7;

/** Stores a routine: running, or waiting for the identity check or for a log-in at a bank. */
export function createRoutine(world: World, routine: NewRoutine): RoutineRow {
  const row = storeRoutine(world, routine);
  return row.status === 'active' ? planNextRun(world, row) : row;
}

/** Stores a routine and plans nothing. */
export function storeRoutine(world: World, routine: NewRoutine): RoutineRow {
  const status = statusByCircumstances(world, routine);
  const nowMs = world.clock.now();
  return world.store.routines.put({
    ...routine,
    id: world.random.uuid(),
    active: isRunning(status),
    status,
    nextRunMs: null,
    lastRunDay: null,
    runs: 0,
    createdMs: nowMs,
    history: [{ status, atMs: nowMs }],
  });
}

/** The person pauses. What has started goes on. */
export function pauseRoutine(world: World, routine: RoutineRow): RoutineRow {
  return setRoutineStatus(world, { ...routine, nextRunMs: null }, 'inactive');
}

/** The person goes on: from the next day that is due, what was missed is not made up for. */
export function resumeRoutine(world: World, routine: RoutineRow): RoutineRow {
  const row = setRoutineStatus(world, routine, statusByCircumstances(world, routine));
  return row.status === 'active' ? planNextRun(world, row) : row;
}

/** The user was approved: what waited for that begins. A suspended one-time payment never does. */
export function activateWaitingRoutines(world: World, userId: string): void {
  for (const routine of routinesIn(world, userId, 'requires_user_verification')) {
    resumeRoutine(world, routine);
  }
  for (const routine of routinesIn(world, userId, 'user_suspended')) {
    if (routine.type === 'one-time') continue;
    const wasPaused = routine.history.at(-2)?.status === 'inactive';
    if (wasPaused) setRoutineStatus(world, routine, 'inactive');
    else resumeRoutine(world, routine);
  }
}

/** The user was suspended: nothing more starts. */
export function suspendRoutines(world: World, userId: string): void {
  for (const status of [
    'active',
    'inactive',
    'requires_user_verification',
    'pending_account_authorization',
  ] as const) {
    for (const routine of routinesIn(world, userId, status)) {
      setRoutineStatus(world, { ...routine, nextRunMs: null }, 'user_suspended');
    }
  }
}

/** A bank wants a new log-in: what needs this account stops. Call it after changing the account. */
export function stopForAccount(world: World, accountId: string): void {
  for (const routine of routinesWith(world, accountId, 'active')) {
    setRoutineStatus(world, { ...routine, nextRunMs: null }, 'pending_account_authorization');
  }
}

/** The person has logged in again: what waited for it goes on. Call it after changing the account. */
export function resumeForAccount(world: World, accountId: string): void {
  const today = pacificDay(world.clock.now());
  for (const routine of routinesWith(world, accountId, 'pending_account_authorization')) {
    const isTooLate =
      routine.type === 'one-time' && today > addDays(routine.startDate, daysToAuthorize);
    if (!isTooLate && !needsAuthorization(world, routine)) resumeRoutine(world, routine);
  }
}

function routinesIn(world: World, userId: string, status: RoutineStatus): RoutineRow[] {
  const { routines } = world.store;
  return routines.newest('userAndStatus', `${userId} ${status}`, routines.size).reverse();
}

function routinesWith(world: World, accountId: string, status: RoutineStatus): RoutineRow[] {
  const { routines } = world.store;
  const key = `${accountId} ${status}`;
  const paying = routines.newest('sourceAndStatus', key, routines.size);
  const paid = routines.newest('destinationAndStatus', key, routines.size);
  return [...paying, ...paid.filter((row) => row.sourceId !== accountId)].reverse();
}
