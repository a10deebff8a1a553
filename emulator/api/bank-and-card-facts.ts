import type { operations } from '../contract';
import { findBin } from '../rules/bins';
import { instantNetworks } from '../rules/instant-networks';
import { isRoutingNumber } from '../rules/routing-numbers';
import { notFound } from '../server/problem';
import type { Endpoint } from './endpoint';
import { invalidFields } from './validate';

/** `GET /v1/bins/{bin}`: the sandbox knows nine. */
export const getBin: Endpoint<typeof operations.cards.getBin> = ({ id }) => {
  const bin = findBin(id);
  if (bin === undefined) throw notFound();
  return bin;
};

type Eligibility = typeof operations.accounts.instantPaymentEligibility;

/** `GET /v1/instant_payment_eligibility` */
export const getInstantPaymentEligibility: Endpoint<Eligibility> = ({ query }) => {
  const { routing_number } = query;
  if (!isRoutingNumber(routing_number)) {
    throw invalidFields({ routing_number: ['Not a valid routing number.'] });
  }
  const { rtp, fednow } = instantNetworks(routing_number);
  return { routing_number, rtp, fednow };
};
