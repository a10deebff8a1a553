import type { operations } from '../contract';
import { notFound } from '../server/problem';
import type { Endpoint } from './endpoint';
import { listPage } from './paging';
import { printInstrument } from './wire-money';

/** `GET /v1/payment_instruments` */
export const listInstruments: Endpoint<typeof operations.paymentInstruments.list> = ({
  world,
  request,
}) =>
  listPage(
    request,
    'payment_instruments',
    (limit, before) => world.store.instruments.newest('client', '', limit, before),
    (id) => world.store.instruments.get(id),
    (row) => printInstrument(world, row),
  );

/** `GET /v1/payment_instruments/{id}` */
export const getInstrument: Endpoint<typeof operations.paymentInstruments.get> = ({
  world,
  id,
}) => {
  const instrument = world.store.instruments.get(id);
  if (instrument === undefined) throw notFound();
  return printInstrument(world, instrument);
};
