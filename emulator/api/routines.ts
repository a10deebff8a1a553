import type { z } from 'zod';
import { createRoutineRequest, pacificDay } from '../contract';
import { createRoutine } from '../engine/routines';
import { centsOf } from '../rules/money';
import { routineRefusal } from '../rules/routine-rules';
import { type Handler, json } from '../server/messages';
import { notFound, Problem } from '../server/problem';
import type { UserRow } from '../state/rows';
import type { RoutineRow } from '../state/rows-money';
import type { World } from '../world';
import { requireUser } from './authenticate';
import { listReply } from './paging';
import { type FieldErrors, invalidFields, parseBody } from './validate';
import { printRoutine } from './wire';

type Body = z.output<typeof createRoutineRequest>;

/** `POST /v1/routines`: a one-time payment from card to card. */
export function postRoutine(world: World): Handler {
  return (request) => {
    const user = requireUser(world, request);
    const body = parseBody(createRoutineRequest, request);
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
    const routine = createRoutine(world, {
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
    return json(201, printRoutine(routine));
  };
}

/** `GET /v1/routines` */
export function listRoutines(world: World): Handler {
  return (request) => {
    const user = requireUser(world, request);
    return listReply(
      request,
      'routines',
      (limit, before) => world.store.routines.newest('user', user.id, limit, before),
      (id) => ownRoutine(world, user, id),
      printRoutine,
    );
  };
}

/** `GET /v1/routines/{id}` */
export function getRoutine(world: World): Handler {
  return (request) => {
    const routine = ownRoutine(world, requireUser(world, request), request.params.id);
    if (routine === undefined) throw notFound();
    return json(200, printRoutine(routine));
  };
}

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

function ownRoutine(world: World, user: UserRow, id: string | undefined): RoutineRow | undefined {
  const routine = world.store.routines.get(id ?? '');
  return routine?.userId === user.id ? routine : undefined;
}
