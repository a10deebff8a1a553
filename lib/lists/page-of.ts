import { z } from 'zod';

/** What a list's address may say: `?page=2`. Anything that is no page number means the first. */
export const pageQuery = z.object({
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

/** One page of a list, and where it stands among the others. */
export type PageOf<Item> = {
  items: Item[];
  page: number;
  pages: number;
  /** Of all pages. */
  total: number;
};

/**
 * Reads one page of a list. A page beyond the end is the last one: what stood there was removed.
 *
 * @param read gets how many to leave out and how many to take.
 */
export async function readPage<Item>(
  { page, size }: { page: number; size: number },
  count: () => Promise<number>,
  read: (range: { skip: number; take: number }) => Promise<Item[]>,
): Promise<PageOf<Item>> {
  const total = await count();
  const pages = Math.max(1, Math.ceil(total / size));
  const shown = Math.min(page, pages);
  const items = await read({ skip: (shown - 1) * size, take: size });
  return { items, page: shown, pages, total };
}
