import { z } from 'zod';
import { id, sentDollars } from '../primitives';

/** Net is known from a real client; gross is named after it. */
export const settlementModes = { gross: 'gross_debit', net: 'net_debit' } as const;

/** Gap: the names of the people behind a payment that the newest page describes. */
export const ultimateFields = {
  sender: 'ultimate_sender_user_id',
  receiver: 'ultimate_receiver_user_id',
} as const;

/** Gap: the field that drives a `refill`, besides its amount. Named after that of a `sweep`. */
export const refillFields = ['threshold'] as const;

/**
 * JSON body of `POST /v1/routines/book`, between two payment instruments of the partner's. The token
 * belongs to the partner's own business user. The names of the two ids are our assumption.
 */
export const bookRequest = z.strictObject({
  name: z.string().min(1),
  amount: sentDollars,
  source_id: id,
  destination_id: id,
});

/**
 * 201: the routine and the transfer that it made at once. The second name is our assumption; money
 * that has moved must not look like an error because of it.
 */
export const bookResult = z.looseObject({ id, transfer_id: z.string().nullish() });
