import { z } from 'zod';

/**
 * Form body of `POST /v1/partner/identity/token`. The partner vouches that it
 * asked for consent. The names of the two fields are our assumption.
 */
export const sessionTokenGrant = z.strictObject({
  token: z.string().min(1),
  user_consent_captured: z.literal('true'),
});
