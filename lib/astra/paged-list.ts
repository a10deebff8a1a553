import { z } from 'zod';
import { pagination } from './contract/assumptions';
import { listOf } from './contract/lists';
import type { Operation } from './contract/operation';
import { AstraUnexpectedResponseError } from './errors';
import { keepRequestId, requestIdOf } from './transport';
import { checkRequest } from './transport/check-request';

/** One page of a list, newest first. */
export type Page<Item> = {
  items: Item[];
  /**
   * Where the next page starts; null after the last one, which says `more: false` or names no next
   * page. An answer that says there is more and not where is an error, never the end.
   */
  nextCursor: string | null;
  requestId?: string;
};

type FetchPage<Item> = (cursor: string | undefined) => Promise<Page<Item>>;

/**
 * A list at Astra, newest first. Nothing is asked before it is read:
 * `for await (const card of list)` goes through all pages, {@link PagedList.page} takes one.
 */
export class PagedList<Item> implements AsyncIterable<Item> {
  readonly #path: string;
  readonly #fetchPage: FetchPage<Item>;

  /** Made by the resources' `list`. */
  constructor(path: string, fetchPage: FetchPage<Item>) {
    this.#path = path;
    this.#fetchPage = fetchPage;
  }

  /** The newest entries. @throws AstraError */
  firstPage(): Promise<Page<Item>> {
    return this.#fetchPage(undefined);
  }

  /**
   * The page that starts at a cursor, as an earlier page gave it; the first page without one. Null,
   * which the last page gives, is the end: an empty page, for which nobody is asked.
   *
   * @throws AstraError
   */
  async page(at?: string | null | { cursor?: string | null | undefined }): Promise<Page<Item>> {
    const cursor = typeof at === 'object' && at !== null ? at.cursor : at;
    if (cursor === null) return { items: [], nextCursor: null };
    return this.#fetchPage(cursor);
  }

  /** Every entry of every page. @throws AstraError, also when the list leads in a circle. */
  [Symbol.asyncIterator](): AsyncGenerator<Item, void, undefined> {
    return this.entries();
  }

  /**
   * The same, for a program that must end whatever Astra answers.
   *
   * @param options.mostPages a list that is longer is an error: cut off, it would pass for whole.
   * @throws AstraError
   */
  async *entries({
    mostPages = Number.POSITIVE_INFINITY,
  } = {}): AsyncGenerator<Item, void, undefined> {
    const seen = new Set<string>();
    for (let at: string | undefined; ; ) {
      const { items, nextCursor, requestId } = await this.#fetchPage(at);
      yield* items;
      if (nextCursor === null) return;
      if (seen.has(nextCursor)) throw endlessError(this.#path, 'lead in a circle', requestId);
      seen.add(nextCursor);
      if (seen.size >= mostPages) {
        throw endlessError(this.#path, `go on after ${mostPages}`, requestId);
      }
      at = nextCursor;
    }
  }
}

/** What makes one page of a call to a list's endpoint. */
export type PageInput<Item> = {
  query: Record<string, string | number | undefined>;
  response: z.ZodType<Page<Item>>;
};

/**
 * The list behind one endpoint.
 *
 * @param pageSize 1 to 100; reading throws AstraInvalidRequestError for any other.
 * @param ask makes the call; it adds whose list it is, and the filters.
 */
export function pagedList<Item>(
  operation: Operation & { plural: string },
  item: z.ZodType<Item>,
  pageSize: number | undefined,
  ask: (input: PageInput<Item>) => Promise<Page<Item>>,
): PagedList<Item> {
  const response = pageOf(operation.plural, item);
  return new PagedList(operation.path, async (cursor) => {
    checkRequest(operation, pageSizes, { pageSize });
    const query = { [pagination.sizeParameter]: pageSize, [pagination.cursorParameter]: cursor };
    const page = await ask({ query, response });
    const requestId = requestIdOf(page);
    return keepRequestId(page, { ...page, ...(requestId !== undefined && { requestId }) });
  });
}

const pageSizes = z.object({ pageSize: z.int().min(1).max(pagination.maximumSize).optional() });

function pageOf<Item>(plural: string, item: z.ZodType<Item>): z.ZodType<Page<Item>> {
  return (
    z
      .looseObject({})
      .transform((answer) => ({ ...answer, items: answer[plural] }))
      // How many there are says the array itself; a strange count costs nobody the list.
      .pipe(listOf('items', z.unknown()).omit({ count: true }))
      .transform(({ items, cursor, more }, context) => {
        // A list that ended early would pass for a whole one, and a payment in it for none.
        if (more && !cursor) {
          context.addIssue({ code: 'custom', path: ['cursor'], message: 'Where is the rest?' });
        }
        return { items, nextCursor: (more !== false && cursor) || null };
      })
      .pipe(z.object({ items: z.array(item), nextCursor: z.string().nullable() }))
  );
}

function endlessError(
  pathTemplate: string,
  what: string,
  requestId: string | undefined,
): AstraUnexpectedResponseError {
  return new AstraUnexpectedResponseError({
    message: `GET ${pathTemplate}: Astra’s pages ${what}.`,
    requestId,
    method: 'GET',
    pathTemplate,
    retrySafe: false,
    outcomeUnknown: false,
  });
}
