import type { operations } from '../contract';
import { notFound } from '../server/problem';
import type { Endpoint } from './endpoint';
import { printBatch } from './wire-money';

/** `GET /v1/batch_transfers/{id}`: the debit that pays for a day of net-mode payments. */
export const getBatchTransfer: Endpoint<typeof operations.transfers.getBatch> = ({ world, id }) => {
  const batch = world.store.batches.get(id);
  if (batch === undefined) throw notFound();
  return printBatch(batch);
};
