import { naiveDateTime } from '../clock/format';
import { type operations, pacificDay } from '../contract';
import { astraFee, defaultFeePercent, splitAmount } from '../rules/fees';
import { centsOf, dollarsOf } from '../rules/money';
import type { World } from '../world';
import type { Endpoint } from './endpoint';
import { flatNames, requireParties } from './payment-parties';
import { requireStartDate } from './routine-fields';
import { invalidFields } from './validate';

/** `POST /v1/routines/preview`: what a payment from card to card would cost. Creates nothing. */
export const previewRoutine: Endpoint<typeof operations.routines.preview> = ({
  world,
  user,
  body,
}) => {
  const nowMs = world.clock.now();
  requireStartDate(body.start_date, pacificDay(nowMs), true);
  requireParties(world, {
    user,
    receiverId: body.destination_user_id ?? user.id,
    flow: 'card-to-card',
    sourceId: body.source_id,
    destinationId: body.destination_id,
    names: flatNames,
  });
  const amountCents = centsOf(body.amount);
  const percent = body.customer_debit_fee_percent_override ?? defaultFeePercent;
  requireFeeBelowAmount(world, amountCents, percent, 'customer_debit_fee_percent_override');
  const { feeCents, pullCents, pushCents } = splitAmount(amountCents, percent, world.feeMode);
  return {
    id: world.random.uuid(),
    customer_fee: dollarsOf(feeCents),
    astra_fee: dollarsOf(astraFee(amountCents)),
    pull_amount: dollarsOf(pullCents),
    push_amount: dollarsOf(pushCents),
    source: body.source_id,
    destination: body.destination_id,
    estimated_settlement: naiveDateTime(nowMs + world.pace.settlementMs),
    payment_type: body.payment_type,
    routine_type: body.type,
    created: naiveDateTime(nowMs),
  };
};

/**
 * Where fees are taken out of what arrives, something must be left of it.
 *
 * @throws Problem 400 naming the field that holds the fee
 */
export function requireFeeBelowAmount(
  world: World,
  amountCents: number | null,
  percent: number | null,
  field: string,
  mode = world.feeMode,
): void {
  if (amountCents === null) return;
  const { pushCents } = splitAmount(amountCents, percent ?? defaultFeePercent, mode);
  if (pushCents <= 0) throw invalidFields({ [field]: ['The fee leaves nothing of the amount.'] });
}
