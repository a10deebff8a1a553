import type { z } from 'zod';
import type { operations, transferListQuery } from '../contract';
import { notFound } from '../server/problem';
import type { UserRow } from '../state/rows';
import type { TransferRow } from '../state/rows-money';
import type { World } from '../world';
import type { Endpoint } from './endpoint';
import { listPage, type PageReader } from './paging';
import { printTransfer } from './wire';

type Filter = z.output<typeof transferListQuery>;

/** `GET /v1/transfers`, by status and source when asked. */
export const listTransfers: Endpoint<typeof operations.transfers.list> = (input) => {
  const { world, user, request, query } = input;
  return listPage(
    request,
    'transfers',
    readerFor(world, user, query),
    (id) => ownTransfer(world, user, id),
    printTransfer,
  );
};

/** `GET /v1/transfers/{id}` */
export const getTransfer: Endpoint<typeof operations.transfers.get> = ({ world, user, id }) => {
  const transfer = ownTransfer(world, user, id);
  if (transfer === undefined) throw notFound();
  return printTransfer(transfer);
};

/** Each combination of filters has its own index, so that none of them searches. */
function readerFor(
  { store: { transfers } }: World,
  user: UserRow,
  { status, source_id: source }: Filter,
): PageReader<TransferRow> {
  if (status !== undefined && source !== undefined) {
    return (limit, before) =>
      transfers.newest('both', `${user.id} ${status} ${source}`, limit, before);
  }
  if (status !== undefined) {
    return (limit, before) => transfers.newest('status', `${user.id} ${status}`, limit, before);
  }
  if (source !== undefined) {
    return (limit, before) => transfers.newest('source', `${user.id} ${source}`, limit, before);
  }
  return (limit, before) => transfers.newest('user', user.id, limit, before);
}

function ownTransfer(world: World, user: UserRow, id: string): TransferRow | undefined {
  const transfer = world.store.transfers.get(id);
  return transfer?.userId === user.id ? transfer : undefined;
}
