import { z } from 'zod';

/**
 * A page of a list: `{ count, <plural>: [...] }` is documented; `cursor` and `more` are our
 * assumption (see `pagination` in `assumptions/`). Lists run newest first.
 */
export function listOf<const Plural extends string, Item extends z.ZodType>(
  plural: Plural,
  item: Item,
) {
  // A computed key loses its name in the type; this gives it back.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const items = { [plural]: z.array(item) } as Record<Plural, z.ZodArray<Item>>;
  return z.looseObject({
    count: z.number().int(),
    cursor: z.string().nullish(),
    more: z.boolean().nullish(),
    ...items,
  });
}
