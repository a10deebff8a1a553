import { z } from 'zod';

/**
 * What travels between us and Unit (JSON:API). Sources: its OpenAPI description,
 * https://github.com/unit-finance/openapi-unit-sdk, `schemas/card/card.json`; its guide to Astra,
 * https://unit.co/docs/partnerships/astra/; and its own client,
 * https://github.com/unit-finance/unit-node-sdk, `types/cards.ts`, for the bodies that the guide
 * only describes. Nothing was checked against Unit itself.
 */

const resourceId = z.string().min(1);
const fullName = z.looseObject({ first: z.string(), last: z.string() });

/** A card. Unit shows no more of the number than this. */
export const unitCard = z.looseObject({
  id: resourceId,
  /** Such as `individualVirtualDebitCard` or `businessCreditCard`. */
  type: z.string(),
  attributes: z.looseObject({
    /** Nine digits. */
    bin: z.string().nullish(),
    last4Digits: z.string().regex(/^\d{4}$/),
    /** `YYYY-MM`. */
    expirationDate: z.string().regex(/^\d{4}-(0[1-9]|1[012])$/),
    status: z.string(),
    /** Of business cards only. */
    fullName: fullName.nullish(),
  }),
  relationships: z.looseObject({
    customer: z.looseObject({ data: z.looseObject({ id: resourceId }).nullish() }).nullish(),
  }),
});

export type UnitCard = z.output<typeof unitCard>;

/** 200 of `GET /cards`. */
export const unitCardList = z.looseObject({ data: z.array(unitCard) });

/** Body of `PATCH /cards/{id}/enableCardToCardPayment`, with the person's access token at Astra. */
export const enableRequest = z.strictObject({
  data: z.strictObject({
    type: z.literal('astra'),
    attributes: z.strictObject({ token: z.string().min(1) }),
  }),
});

/** Its 200. */
export const enableResponse = z.looseObject({
  data: z.looseObject({ attributes: z.looseObject({ astraCardId: resourceId }) }),
});

/** An answer outside 2xx, as far as it may be repeated: `code` is one word, `detail` is not. */
export const unitErrors = z.looseObject({
  errors: z.array(
    z.looseObject({
      code: z
        .string()
        .regex(/^[a-z_]{1,60}$/)
        .optional()
        .catch(undefined),
    }),
  ),
});
