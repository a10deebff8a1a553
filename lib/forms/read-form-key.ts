import { z } from 'zod';

export type SearchParams = Promise<Record<string, string | string[] | undefined>>;

const query = z.object({ form: z.uuid().toLowerCase().optional().catch(undefined) });

/** The key of the form that an address names, or undefined. */
export async function readFormKey(searchParams: SearchParams): Promise<string | undefined> {
  return query.parse(await searchParams).form;
}
