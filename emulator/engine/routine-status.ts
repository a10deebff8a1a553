import type { RoutineRow, RoutineStatus } from '../state/rows-money';
import { emitWebhook } from '../webhooks/emit';
import type { World } from '../world';

/** The statuses that do not end by the person's own pause or by the end of the routine. */
const runningStatuses: ReadonlySet<RoutineStatus> = new Set<RoutineStatus>([
  'active',
  'requires_user_verification',
  'pending_account_authorization',
]);

export function isRunning(status: RoutineStatus): boolean {
  return runningStatuses.has(status);
}

/** Changes a routine's status and tells the partner. */
export function setRoutineStatus(
  world: World,
  routine: RoutineRow,
  status: RoutineStatus,
): RoutineRow {
  const history = [...routine.history, { status, atMs: world.clock.now() }];
  const row = world.store.routines.put({ ...routine, status, active: isRunning(status), history });
  emitWebhook(world, {
    type: 'routine_updated',
    userId: routine.userId,
    resourceId: routine.id,
  });
  return row;
}

/** What a routine that is not paused waits for, or that it runs. */
export function statusByCircumstances(
  world: World,
  routine: Pick<RoutineRow, 'userId' | 'sourceId' | 'destinationId'>,
): RoutineStatus {
  const user = world.store.users.get(routine.userId);
  if (user?.status === 'suspended') return 'user_suspended';
  if (user?.status !== 'approved') return 'requires_user_verification';
  return needsAuthorization(world, routine) ? 'pending_account_authorization' : 'active';
}

/** Whether the person must log in again at one of the two banks. */
export function needsAuthorization(
  world: World,
  { sourceId, destinationId }: Pick<RoutineRow, 'sourceId' | 'destinationId'>,
): boolean {
  return [sourceId, destinationId].some(
    (id) => world.store.accounts.get(id)?.connectionStatus === 'error',
  );
}
