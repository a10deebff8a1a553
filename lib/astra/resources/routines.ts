import { z } from 'zod';
import { createRoutineRequest, routine as wireRoutine } from '../contract/routines';
import { readDateTime } from '../date-time';
import { type Cents, cents, dollarsFromCents, largestCents } from '../money';
import { type PagedList, pagedList } from '../paged-list';
import type { Transport } from '../transport';
import { checkRequest } from '../transport/check-request';
import { type Known, readAmount } from './read-fields';

const routineResult = wireRoutine.transform(({ amount, created, ...rest }, context) => ({
  ...rest,
  /** Null on kinds of routine whose amount follows from something else. */
  amount_cents: typeof amount === 'number' ? readAmount(amount, context) : null,
  created: readDateTime(created),
}));

/** An instruction to move money. The movements themselves are transfers. */
export type Routine = Known<z.output<typeof routineResult>>;

/** What to move, from where to where. */
export type CreateRoutine = Omit<z.input<typeof createRoutineRequest>, 'amount'> & {
  /** More than zero. Sent to Astra as dollars, exactly. */
  amount_cents: Cents;
};

const amountCents = z.int().positive().max(largestCents).transform(cents);

/** A reference has to fit the network's own field. */
const correlationLimits = { debit: 8, ach: 80, ledger: 140 } as const;

const checkedRequest = createRoutineRequest.refine(
  ({ payment_type, client_correlation_id = '' }) =>
    client_correlation_id.length <= correlationLimits[payment_type],
  {
    path: ['client_correlation_id'],
    error: 'At most 8 letters and digits on a debit card, 80 on ACH.',
  },
);

type Of = { accessToken: string };

const collection = '/v1/routines';

/** Routines: how money is told to move. */
export function routines(transport: Transport) {
  return {
    /**
     * Starts a movement of money. Sent once: nothing at Astra tells a second attempt from a second
     * payment.
     *
     * @throws AstraInvalidRequestError with messages by field.
     * @throws AstraError with `outcomeUnknown` when money may be moving: look for the routine by
     * its `client_correlation_id` before doing anything else.
     */
    async create({ accessToken, routine }: Of & { routine: CreateRoutine }): Promise<Routine> {
      const call = { method: 'POST', path: collection } as const;
      const { amount_cents, ...rest } = routine;
      const amount = checkRequest(call, z.object({ amount_cents: amountCents }), { amount_cents });
      const json = checkRequest(call, checkedRequest, {
        ...rest,
        amount: dollarsFromCents(amount.amount_cents),
      });
      return transport({ ...call, auth: { accessToken }, body: { json }, response: routineResult });
    },

    /** @throws AstraNotFoundError */
    async get({ accessToken, id }: Of & { id: string }): Promise<Routine> {
      return transport({
        method: 'GET',
        path: `${collection}/{id}`,
        params: { id },
        auth: { accessToken },
        response: routineResult,
      });
    },

    /** All routines of a person, newest first. @param options.pageSize at most 100. */
    list({ accessToken, pageSize }: Of & { pageSize?: number }): PagedList<Routine> {
      return pagedList(transport, {
        path: collection,
        auth: { accessToken },
        plural: 'routines',
        item: routineResult,
        pageSize,
      });
    },
  };
}
