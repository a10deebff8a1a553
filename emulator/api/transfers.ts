import type { z } from 'zod';
import type { operations, transferListQuery } from '../contract';
import { segmentsOf, cancelTransfer as stopTransfer } from '../engine/end-transfer';
import { cancelFault, refusedCancel } from '../rules/transfer-rules';
import { notFound } from '../server/problem';
import type { UserRow } from '../state/rows';
import type { TransferRow } from '../state/rows-money';
import type { World } from '../world';
import type { Endpoint } from './endpoint';
import { listPage, type PageReader } from './paging';
import { printSegment, printTransfer } from './wire-money';

type Filter = z.output<typeof transferListQuery>;

/** `GET /v1/transfers`, by status and source when asked. */
export const listTransfers: Endpoint<typeof operations.transfers.list> = (input) => {
  const { world, user, request, query } = input;
  return listPage(
    request,
    'transfers',
    readerFor(world, user, query),
    (id) => findOwnTransfer(world, user, id),
    (row) => printTransfer(world, row),
  );
};

/** `GET /v1/transfers/{id}` */
export const getTransfer: Endpoint<typeof operations.transfers.get> = ({ world, user, id }) =>
  printTransfer(world, ownTransfer(world, user, id));

/** `GET /v1/transfers/{id}/segments` */
export const listSegments: Endpoint<typeof operations.transfers.listSegments> = ({
  world,
  user,
  id,
  request,
}) => {
  const transfer = ownTransfer(world, user, id);
  const { segments } = world.store;
  return listPage(
    request,
    'segments',
    (limit, before) => segments.newest('transfer', transfer.id, limit, before),
    (cursor) => {
      const segment = segments.get(cursor);
      return segment?.transferId === transfer.id ? segment : undefined;
    },
    printSegment,
  );
};

/** `POST /v1/transfers/{id}/cancel`: while nothing has moved and the banks have nothing yet. */
export const cancelTransfer: Endpoint<typeof operations.transfers.cancel> = ({
  world,
  user,
  id,
}) => {
  const transfer = ownTransfer(world, user, id);
  const fault = cancelFault(transfer, segmentsOf(world, id), world.clock.now());
  if (fault !== null) throw refusedCancel(fault);
  return printTransfer(world, stopTransfer(world, transfer));
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

function findOwnTransfer(world: World, user: UserRow, id: string): TransferRow | undefined {
  const transfer = world.store.transfers.get(id);
  return transfer?.userId === user.id ? transfer : undefined;
}

function ownTransfer(world: World, user: UserRow, id: string): TransferRow {
  const transfer = findOwnTransfer(world, user, id);
  if (transfer === undefined) throw notFound();
  return transfer;
}
