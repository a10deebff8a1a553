import { assumptions } from '../contract';
import type { Request } from '../server/messages';
import type { Row } from '../state/collection';
import { invalidFields } from './validate';

const { cursorParameter, sizeParameter, defaultSize, maximumSize } = assumptions.pagination;

export const pagingParameters = [cursorParameter, sizeParameter] as const;

/** Reads rows newest first: at most `limit`, older than the row `beforeId` when it is given. */
export type PageReader<R> = (limit: number, beforeId?: string) => R[];

/**
 * One page of a list: `{ count, <plural>, cursor, more }`, the last two only when there is more.
 * The cursor names the last row shown, so rows added meanwhile shift nothing.
 *
 * @param find the row that a cursor names, `undefined` for one that the caller may not see
 * @throws Problem 400 for a size or cursor that makes no sense
 */
export function listPage<R extends Row>(
  request: Request,
  plural: string,
  read: PageReader<R>,
  find: (id: string) => R | undefined,
  print: (row: R) => unknown,
): object {
  const size = readSize(request.query.get(sizeParameter));
  const before = readCursor(request.query.get(cursorParameter), find);
  const rows = readRows(request, size + 1, before, read);
  const shown = rows.slice(0, size);
  const last = shown.at(-1);
  return {
    count: shown.length,
    [plural]: shown.map(print),
    ...(rows.length > size && last !== undefined
      ? { cursor: Buffer.from(last.id).toString('base64url'), more: true }
      : {}),
  };
}

/** A fault may let a page begin with rows of the page before, as when others have come in. */
function readRows<R extends Row>(
  request: Request,
  limit: number,
  before: string | undefined,
  read: PageReader<R>,
): R[] {
  const shift = request.hints.get('shift-pages');
  if (shift === undefined || before === undefined) return read(limit, before);
  const all = read(Number.POSITIVE_INFINITY);
  const start = all.findIndex(({ id }) => id === before) + 1;
  const shifted = Math.max(0, start - shift);
  return all.slice(shifted, shifted + limit);
}

function readSize(given: string | null): number {
  if (given === null) return defaultSize;
  const size = Number(given);
  if (!Number.isInteger(size) || size < 1 || size > maximumSize) {
    throw invalidFields({ [sizeParameter]: [`Must be a whole number from 1 to ${maximumSize}.`] });
  }
  return size;
}

function readCursor(given: string | null, find: (id: string) => Row | undefined) {
  if (given === null) return undefined;
  const id = Buffer.from(given, 'base64url').toString('utf8');
  if (find(id) === undefined) throw invalidFields({ [cursorParameter]: ['Not a valid cursor.'] });
  return id;
}
