import { assumptions, transferListQuery } from '../contract';
import { type Handler, json, type Request } from '../server/messages';
import { notFound } from '../server/problem';
import type { UserRow } from '../state/rows';
import type { TransferRow } from '../state/rows-money';
import type { World } from '../world';
import { requireUser } from './authenticate';
import { listReply, type PageReader } from './paging';
import { parseFields } from './validate';
import { printTransfer } from './wire';

/** `GET /v1/transfers`, by status and source when asked. */
export function listTransfers(world: World): Handler {
  return (request) => {
    const user = requireUser(world, request);
    return listReply(
      request,
      'transfers',
      readerFor(world, user, request),
      (id) => ownTransfer(world, user, id),
      printTransfer,
    );
  };
}

/** `GET /v1/transfers/{id}` */
export function getTransfer(world: World): Handler {
  return (request) => {
    const transfer = ownTransfer(world, requireUser(world, request), request.params.id);
    if (transfer === undefined) throw notFound();
    return json(200, printTransfer(transfer));
  };
}

/** Each combination of filters has its own index, so that none of them searches. */
function readerFor(world: World, user: UserRow, request: Request): PageReader<TransferRow> {
  const filters = new URLSearchParams(request.query);
  filters.delete(assumptions.pagination.cursorParameter);
  filters.delete(assumptions.pagination.sizeParameter);
  const { status, source_id: source } = parseFields(transferListQuery, Object.fromEntries(filters));
  const { transfers } = world.store;
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

function ownTransfer(world: World, user: UserRow, id: string | undefined): TransferRow | undefined {
  const transfer = world.store.transfers.get(id ?? '');
  return transfer?.userId === user.id ? transfer : undefined;
}
