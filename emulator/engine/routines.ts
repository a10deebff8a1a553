import type { RoutineRow, RoutineStatus } from '../state/rows-money';
import { emitWebhook } from '../webhooks/emit';
import type { World } from '../world';

type NewRoutine = Omit<RoutineRow, 'id' | 'active' | 'status' | 'createdMs' | 'history'>;

/** Stores a routine: running if its user is approved, else waiting for the identity check. */
export function createRoutine(world: World, routine: NewRoutine): RoutineRow {
  const user = world.store.users.get(routine.userId);
  const status = user?.status === 'approved' ? 'active' : 'requires_user_verification';
  const nowMs = world.clock.now();
  const row = world.store.routines.put({
    ...routine,
    id: world.random.uuid(),
    active: true,
    status,
    createdMs: nowMs,
    history: [{ status, atMs: nowMs }],
  });
  if (status === 'active') planTransfer(world, row);
  return row;
}

/** Changes a routine's status and tells the partner. */
export function setRoutineStatus(world: World, routine: RoutineRow, status: RoutineStatus): void {
  const history = [...routine.history, { status, atMs: world.clock.now() }];
  const active = status === 'active' || status === 'requires_user_verification';
  world.store.routines.put({ ...routine, status, active, history });
  emitWebhook(world, {
    type: 'routine_updated',
    userId: routine.userId,
    resourceId: routine.id,
  });
}

/** The user was approved: what waited for that begins. */
export function activateWaitingRoutines(world: World, userId: string): void {
  for (const routine of routinesIn(world, userId, 'requires_user_verification')) {
    setRoutineStatus(world, routine, 'active');
    planTransfer(world, routine);
  }
}

/** The user was suspended: nothing more starts. */
export function suspendRoutines(world: World, userId: string): void {
  for (const status of ['active', 'requires_user_verification'] as const) {
    for (const routine of routinesIn(world, userId, status)) {
      setRoutineStatus(world, routine, 'user_suspended');
    }
  }
}

function planTransfer(world: World, routine: RoutineRow): void {
  world.scheduler.plan('start_transfer', routine.id, world.pace.transferStartMs);
}

function routinesIn(world: World, userId: string, status: RoutineStatus): RoutineRow[] {
  const { routines } = world.store;
  return routines.newest('userAndStatus', `${userId} ${status}`, routines.size).reverse();
}
