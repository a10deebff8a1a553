import { paymentInstrument, paymentInstrumentList } from './assumptions/payment-instruments';
import { defineOperations } from './operation';

const byClient = { host: 'api', auth: 'client', isAssumed: true } as const;

/** Source: reference, "Payment Instruments". */
export const paymentInstrumentOperations = defineOperations({
  list: {
    ...byClient,
    method: 'GET',
    path: '/v1/payment_instruments',
    plural: 'payment_instruments',
    status: 200,
    response: paymentInstrumentList,
    page: 'List Payment Instruments',
  },
  get: {
    ...byClient,
    method: 'GET',
    path: '/v1/payment_instruments/{id}',
    status: 200,
    response: paymentInstrument,
    page: 'Get a Payment Instrument',
  },
});
