import { z } from 'zod';

/**
 * A page of a list: `{ count, <plural>: [...] }` is documented; `cursor` and `more` are our
 * assumption (see `assumptions.ts`, `pagination`). Lists run newest first.
 */
export function listOf<const Plural extends string, Item extends z.ZodType>(
  plural: Plural,
  item: Item,
) {
  const items = { [plural]: z.array(item) } as Record<Plural, z.ZodArray<Item>>;
  return z.looseObject({
    count: z.number().int(),
    cursor: z.string().nullish(),
    more: z.boolean().nullish(),
    ...items,
  });
}
