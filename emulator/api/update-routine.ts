import type { z } from 'zod';
import {
  correlationIdLimit,
  type operations,
  pacificDay,
  type updateRoutineRequest,
} from '../contract';
import { planNextRun } from '../engine/routine-schedule';
import { isRunning } from '../engine/routine-status';
import { pauseRoutine, resumeRoutine } from '../engine/routines';
import { centsOf } from '../rules/money';
import { Problem } from '../server/problem';
import type { RoutineRow } from '../state/rows-money';
import type { World } from '../world';
import type { Endpoint } from './endpoint';
import { flatNames, requireParties } from './payment-parties';
import { foreignFieldErrors, requireStartDate, speedFault, typeFieldsOf } from './routine-fields';
import { ownRoutine } from './routines';
import { invalidFields } from './validate';
import { printRoutine } from './wire-money';

type Body = z.output<typeof updateRoutineRequest>;

/** `PUT /v1/routines/{id}`: what is named changes, the rest stays; `active` pauses and resumes. */
export const updateRoutine: Endpoint<typeof operations.routines.update> = ({
  world,
  user,
  id,
  body,
}) => {
  const routine = ownRoutine(world, user, id);
  if (!isRunning(routine.status) && routine.status !== 'inactive') {
    throw new Problem(400, `A routine that is ${routine.status} cannot be changed.`);
  }
  if (body.active === false && routine.type === 'one-time' && routine.runs > 0) {
    throw new Problem(400, 'Its transfer has begun. Cancel that one instead.');
  }
  const changed = changedRoutine(world, routine, body);
  if (changed.flow === 'card-to-card' || changed.flow === 'account-to-account') {
    requireParties(world, {
      user,
      receiverId: changed.destinationUserId,
      flow: changed.flow,
      sourceId: changed.sourceId,
      destinationId: changed.destinationId,
      names: flatNames,
    });
  }
  world.store.routines.put(changed);
  return printRoutine(applyActive(world, changed, body.active));
};

function applyActive(world: World, routine: RoutineRow, active: boolean | undefined): RoutineRow {
  if (active === false && routine.status !== 'inactive') return pauseRoutine(world, routine);
  if (active === true && routine.status === 'inactive') return resumeRoutine(world, routine);
  // The day may have changed, so the plan is made anew; the old one will find itself outdated.
  return routine.status === 'active' ? planNextRun(world, routine) : routine;
}

/** @throws Problem 400 for a field of another kind, or a value that does not fit the others */
function changedRoutine(world: World, routine: RoutineRow, body: Body): RoutineRow {
  const errors = foreignFieldErrors(routine.type, body);
  if (routine.flow !== 'card-to-card' && routine.flow !== 'account-to-account') {
    for (const field of ['payment_type', 'source_id', 'destination_id'] as const) {
      if (body[field] !== undefined) errors[field] = ['Cannot be changed on this routine.'];
    }
  }
  if (body.payment_type !== undefined && body.payment_type !== routine.paymentType) {
    errors.payment_type = ['Cannot be changed: create another routine.'];
  }
  const isDebit = routine.paymentType === 'debit';
  if (body.preferred_settlement_speed !== undefined && isDebit) {
    errors.preferred_settlement_speed = ['For payments from account to account only.'];
  }
  const preferredSpeed = body.preferred_settlement_speed ?? routine.preferredSpeed;
  const reference = body.client_correlation_id ?? routine.clientCorrelationId;
  const limit = correlationIdLimit({
    payment_type: routine.paymentType,
    ...(preferredSpeed === null ? {} : { preferred_settlement_speed: preferredSpeed }),
  });
  if ((reference ?? '').length > limit) {
    errors.client_correlation_id = [`At most ${limit} letters and digits on this network.`];
  }
  const sourceId = body.source_id ?? routine.sourceId;
  const fault = speedFault(world, preferredSpeed, sourceId);
  if (fault !== null) errors.preferred_settlement_speed = [fault];
  if (Object.keys(errors).length > 0) throw invalidFields(errors);
  requireStartDate(body.start_date, pacificDay(world.clock.now()), isDebit);
  return {
    ...routine,
    name: body.name ?? routine.name,
    sourceId,
    destinationId: body.destination_id ?? routine.destinationId,
    amountCents: body.amount === undefined ? routine.amountCents : centsOf(body.amount),
    startDate: body.start_date ?? routine.startDate,
    preferredSpeed,
    clientCorrelationId: reference,
    typeFields: { ...routine.typeFields, ...typeFieldsOf(routine.type, body) },
  };
}
