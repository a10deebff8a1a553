import {
  createPaymentLinkRequest,
  paymentLink,
  paymentLinkList,
} from './assumptions/payment-links';
import { defineOperations } from './operation';

const byUser = { host: 'api', auth: 'user', isAssumed: true } as const;

/** The reference names the chapter "Payment Links"; its text is not public. */
export const paymentLinkOperations = defineOperations({
  create: {
    ...byUser,
    method: 'POST',
    path: '/v1/payment_links',
    json: createPaymentLinkRequest,
    status: 201,
    response: paymentLink,
    page: 'Create a Payment Link',
  },
  list: {
    ...byUser,
    method: 'GET',
    path: '/v1/payment_links',
    plural: 'payment_links',
    status: 200,
    response: paymentLinkList,
    page: 'Payment Links',
  },
  get: {
    ...byUser,
    method: 'GET',
    path: '/v1/payment_links/{id}',
    status: 200,
    response: paymentLink,
    page: 'Payment Links',
  },
  cancel: {
    ...byUser,
    method: 'POST',
    path: '/v1/payment_links/{id}/cancel',
    status: 200,
    response: paymentLink,
    page: 'Payment Links',
  },
});
