import { type operations, pacificDay } from '../contract';
import { createRoutine as addRoutine } from '../engine/routines';
import { centsOf } from '../rules/money';
import { notFound, Problem } from '../server/problem';
import type { UserRow } from '../state/rows';
import type { RoutineRow } from '../state/rows-money';
import type { World } from '../world';
import type { Endpoint } from './endpoint';
import { listPage } from './paging';
import { flatNames, requireParties } from './payment-parties';
import { requireFeeBelowAmount } from './preview-routine';
import { requireStartDate, speedFault, typeFieldsOf } from './routine-fields';
import { requireCapability } from './user-capabilities';
import { invalidFields } from './validate';
import { printRoutine, printTransfer } from './wire-money';

/** `POST /v1/routines`: from card to card, or from account to account. */
export const createRoutine: Endpoint<typeof operations.routines.create> = ({
  world,
  user,
  body,
}) => {
  if (body.payment_type === 'ledger') {
    throw invalidFields({ payment_type: ['The emulator does not know what ledger means.'] });
  }
  const isDebit = body.payment_type === 'debit';
  const today = pacificDay(world.clock.now());
  requireStartDate(body.start_date, today, isDebit);
  const receiverId = body.destination_user_id ?? user.id;
  const flow = isDebit ? 'card-to-card' : 'account-to-account';
  const ends = { sourceId: body.source_id, destinationId: body.destination_id };
  requireParties(world, { ...ends, user, receiverId, flow, names: flatNames });
  const preferredSpeed = body.preferred_settlement_speed ?? null;
  const fault = speedFault(world, preferredSpeed, body.source_id);
  if (fault !== null) throw invalidFields({ preferred_settlement_speed: [fault] });
  requireCapability(world, user, { flow, preferredSpeed, settlementMode: null });
  const feePercent = body.customer_debit_fee_percent_override ?? null;
  const amountCents = body.amount === undefined ? null : centsOf(body.amount);
  requireFeeBelowAmount(world, amountCents, feePercent, 'customer_debit_fee_percent_override');
  const routine = addRoutine(world, {
    ...ends,
    userId: user.id,
    flow,
    type: body.type,
    paymentType: body.payment_type,
    name: body.name,
    destinationUserId: receiverId,
    amountCents,
    startDate: body.start_date ?? today,
    preferredSpeed,
    typeFields: typeFieldsOf(body.type, body),
    clientCorrelationId: body.client_correlation_id ?? null,
    feePercent,
    settlementMode: null,
    disableAlternativeRouting: body.disable_alternative_routing ?? false,
    ultimateSenderId: body.ultimate_sender_user_id ?? null,
    ultimateReceiverId: body.ultimate_receiver_user_id ?? null,
  });
  return printRoutine(routine);
};

/** `GET /v1/routines` */
export const listRoutines: Endpoint<typeof operations.routines.list> = ({ world, user, request }) =>
  listPage(
    request,
    'routines',
    (limit, before) => world.store.routines.newest('user', user.id, limit, before),
    (id) => findOwnRoutine(world, user, id),
    printRoutine,
  );

/** `GET /v1/routines/{id}` */
export const getRoutine: Endpoint<typeof operations.routines.get> = ({ world, user, id }) =>
  printRoutine(ownRoutine(world, user, id));

/**
 * `DELETE /v1/routines/{id}`: nothing more starts, and what has started goes on. One-time routines
 * cannot be deleted; 400 is our assumption for that.
 */
export const deleteRoutine: Endpoint<typeof operations.routines.delete> = ({ world, user, id }) => {
  const routine = ownRoutine(world, user, id);
  if (routine.type === 'one-time') {
    throw new Problem(400, 'A one-time routine cannot be deleted. Cancel its transfer.');
  }
  world.store.routines.delete(routine.id);
};

/** `GET /v1/routines/{id}/transfers` */
export const listRoutineTransfers: Endpoint<typeof operations.routines.listTransfers> = ({
  world,
  user,
  id,
  request,
}) => {
  const routine = ownRoutine(world, user, id);
  const { transfers } = world.store;
  return listPage(
    request,
    'transfers',
    (limit, before) => transfers.newest('routine', routine.id, limit, before),
    (cursor) => {
      const transfer = transfers.get(cursor);
      return transfer?.routineId === routine.id ? transfer : undefined;
    },
    (row) => printTransfer(world, row),
  );
};

function findOwnRoutine(world: World, user: UserRow, id: string): RoutineRow | undefined {
  const routine = world.store.routines.get(id);
  return routine?.userId === user.id ? routine : undefined;
}

/** @throws Problem 404 for a routine that does not exist, or is somebody else's */
export function ownRoutine(world: World, user: UserRow, id: string): RoutineRow {
  const routine = findOwnRoutine(world, user, id);
  if (routine === undefined) throw notFound();
  return routine;
}
