import { type operations, pacificDay } from '../contract';
import { instrumentBalance } from '../engine/instruments';
import { storeRoutine } from '../engine/routines';
import { runRoutine } from '../engine/run-routine';
import { settleDueLegs } from '../engine/transfers';
import { centsOf } from '../rules/money';
import { partnerEmail } from '../rules/steering';
import { Problem } from '../server/problem';
import type { Endpoint } from './endpoint';
import { invalidFields } from './validate';

/**
 * `POST /v1/routines/book`: between two settlement accounts, at once. Only the partner's own
 * business may, and a call that fails leaves nothing behind.
 */
export const bookTransfer: Endpoint<typeof operations.routines.book> = ({ world, user, body }) => {
  if (user.email.toLowerCase() !== partnerEmail || user.status !== 'approved') {
    throw new Problem(403, "Only the token of the client's own business user can book.");
  }
  const { instruments } = world.store;
  for (const field of ['source_id', 'destination_id'] as const) {
    if (instruments.get(body[field]) === undefined) {
      throw invalidFields({ [field]: ['No such payment instrument.'] });
    }
  }
  if (body.source_id === body.destination_id) {
    throw invalidFields({ destination_id: ['Must differ from source_id.'] });
  }
  const amountCents = centsOf(body.amount);
  if (instrumentBalance(world, body.source_id) < amountCents) {
    throw new Problem(400, 'The payment instrument does not hold that much.');
  }
  const routine = storeRoutine(world, {
    userId: user.id,
    flow: 'book',
    type: 'one-time',
    paymentType: 'ledger',
    name: body.name,
    sourceId: body.source_id,
    destinationId: body.destination_id,
    destinationUserId: user.id,
    amountCents,
    startDate: pacificDay(world.clock.now()),
    preferredSpeed: null,
    typeFields: {},
    clientCorrelationId: null,
    feePercent: null,
    settlementMode: null,
    disableAlternativeRouting: false,
    ultimateSenderId: null,
    ultimateReceiverId: null,
  });
  const transfer = runRoutine(world, routine, amountCents);
  settleDueLegs(world, transfer.id);
  return { id: routine.id, transfer_id: transfer.id };
};
