import { z } from 'zod';
import { sessionTokenGrant } from './assumptions/partner-identity';
import { defineOperations } from './operation';
import { id } from './primitives';
import { tokenResponse } from './tokens';

const exactlyOne = 'Name exactly one of user_id, user_intent_id and business_profile_id.';

/**
 * JSON body of `POST /v1/partner/identity/verification`. The intent or business profile names a
 * person at their first visit, the user later. `provider` and `provider_data` belong to an older
 * edition, which some programs still use.
 */
export const sessionTokenRequest = z
  .strictObject({
    user_id: id.optional(),
    user_intent_id: id.optional(),
    business_profile_id: id.optional(),
    client_id: id.optional(),
    provider: z.string().optional(),
    provider_data: z.strictObject({ customer_id: z.string() }).optional(),
  })
  .refine(
    (body) =>
      [body.user_id, body.user_intent_id, body.business_profile_id].filter(Boolean).length === 1,
    { path: ['user_id'], error: exactlyOne },
  );

/** 200: a token that lives one minute and works once. */
export const sessionTokenResponse = z.looseObject({ token: id });

/** Source: reference, "Authorization"; guide, "Trusted Authentication". */
export const partnerIdentityOperations = defineOperations({
  createSessionToken: {
    method: 'POST',
    path: '/v1/partner/identity/verification',
    host: 'api',
    auth: 'client',
    json: sessionTokenRequest,
    status: 200,
    response: sessionTokenResponse,
    page: 'Generate a Partner Identity Verification Token',
  },
  authorize: {
    method: 'POST',
    path: '/v1/partner/identity/token',
    host: 'api',
    auth: 'client',
    form: sessionTokenGrant,
    status: 200,
    response: tokenResponse,
    page: 'Authorize a User via API',
  },
});
