import type { z } from 'zod';
import { paymentInstrument } from '../contract/assumptions/payment-instruments';
import { paymentInstrumentOperations as operations } from '../contract/payment-instruments';
import { readDateTime } from '../date-time';
import { type PagedList, pagedList } from '../paged-list';
import type { Transport } from '../transport';
import { hideWhenPrinted } from './hide-when-printed';
import { type Known, signedAmountInCents } from './read-fields';

const instrumentResult = paymentInstrument
  .extend({ available_balance: signedAmountInCents, current_balance: signedAmountInCents })
  .transform(({ available_balance, current_balance, updated, ...rest }) => {
    const instrument = {
      ...rest,
      available_balance_cents: available_balance,
      current_balance_cents: current_balance,
      updated: readDateTime(updated),
    };
    return hideWhenPrinted(instrument, 'account_number');
  });

/** A settlement account of the partner's. Its balance may lag by five minutes. */
export type PaymentInstrument = Known<z.output<typeof instrumentResult>>;

/**
 * The partner's own settlement accounts, which Astra sets up for RTP, FedNow and same-day ACH.
 *
 * Source: reference, "Payment Instruments". Its calls throw AstraError.
 */
export function paymentInstruments(transport: Transport) {
  return {
    /** All of them, newest first. @param options.pageSize at most 100. */
    list({ pageSize }: { pageSize?: number } = {}): PagedList<PaymentInstrument> {
      return pagedList(operations.list, instrumentResult, pageSize, (page) =>
        transport(operations.list, page),
      );
    },

    /** @throws AstraNotFoundError */
    async get(id: string): Promise<PaymentInstrument> {
      return transport(operations.get, { params: { id }, response: instrumentResult });
    },
  };
}
