import type { z } from 'zod';
import { type createRoutineRequest, type operations, pacificDay } from '../contract';
import { createRoutine as addRoutine } from '../engine/routines';
import { centsOf } from '../rules/money';
import { routineRefusal } from '../rules/routine-rules';
import { notFound, Problem } from '../server/problem';
import type { UserRow } from '../state/rows';
import type { RoutineRow } from '../state/rows-money';
import type { World } from '../world';
import type { Endpoint } from './endpoint';
import { listPage } from './paging';
import { type FieldErrors, invalidFields } from './validate';
import { printRoutine } from './wire';

type Body = z.output<typeof createRoutineRequest>;

/** `POST /v1/routines`: a one-time payment from card to card. */
export const createRoutine: Endpoint<typeof operations.routines.create> = ({
  world,
  user,
  body,
}) => {
  const today = pacificDay(world.clock.now());
  const errors = fieldRules(body, today);
  const { amount } = body;
  if (Object.keys(errors).length > 0 || amount === undefined) throw invalidFields(errors);
  if (user.status === 'rejected' || user.status === 'suspended') {
    throw new Problem(403, `A ${user.status} user cannot create routines.`);
  }
  const receiverId = body.destination_user_id ?? user.id;
  const refusal = routineRefusal({
    userId: user.id,
    receiverId,
    source: world.store.cards.get(body.source_id),
    destination: world.store.cards.get(body.destination_id),
  });
  if (refusal !== null) throw invalidFields({ [refusal.field]: [refusal.text] });
  const routine = addRoutine(world, {
    userId: user.id,
    type: body.type,
    paymentType: body.payment_type,
    name: body.name,
    sourceId: body.source_id,
    destinationId: body.destination_id,
    destinationUserId: receiverId,
    amountCents: centsOf(amount),
    startDate: body.start_date ?? today,
    clientCorrelationId: body.client_correlation_id ?? null,
  });
  return printRoutine(routine);
};

/** `GET /v1/routines` */
export const listRoutines: Endpoint<typeof operations.routines.list> = ({ world, user, request }) =>
  listPage(
    request,
    'routines',
    (limit, before) => world.store.routines.newest('user', user.id, limit, before),
    (id) => ownRoutine(world, user, id),
    printRoutine,
  );

/** `GET /v1/routines/{id}` */
export const getRoutine: Endpoint<typeof operations.routines.get> = ({ world, user, id }) => {
  const routine = ownRoutine(world, user, id);
  if (routine === undefined) throw notFound();
  return printRoutine(routine);
};

function fieldRules(body: Body, today: string): FieldErrors {
  const errors: FieldErrors = {};
  if (body.type !== 'one-time') errors.type = [`The emulator runs one-time routines only.`];
  if (body.payment_type !== 'debit') {
    errors.payment_type = ['The emulator moves money between debit cards only.'];
  }
  if (body.start_date !== undefined && body.start_date > today) {
    errors.start_date = ['A debit may not start in the future.'];
  }
  if ((body.client_correlation_id ?? '').length > 8) {
    errors.client_correlation_id = ['At most 8 characters on a debit card.'];
  }
  return errors;
}

function ownRoutine(world: World, user: UserRow, id: string): RoutineRow | undefined {
  const routine = world.store.routines.get(id);
  return routine?.userId === user.id ? routine : undefined;
}
