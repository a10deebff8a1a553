import { z } from 'zod';

/** A card or an account as a form holds it: its kind and our id, `card:…`. */
export const endValue = z
  .string()
  .regex(/^(card|account):[^:]+$/)
  .transform((value) => {
    const [kind, id] = value.split(':');
    return { kind, id };
  })
  .pipe(z.object({ kind: z.enum(['card', 'account']), id: z.uuid().toLowerCase() }));
