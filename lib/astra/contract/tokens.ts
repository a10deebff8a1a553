import { z } from 'zod';
import { defineOperations } from './operation';
import { id } from './primitives';

/** Form body of `POST /v1/oauth/token`, first use: the redirect's code becomes tokens. */
export const authorizationCodeGrant = z.strictObject({
  grant_type: z.literal('authorization_code'),
  code: z.string().min(1),
  redirect_uri: z.url(),
});

/** Form body of `POST /v1/oauth/token`, later uses: a refresh token becomes a new pair. */
export const refreshTokenGrant = z.strictObject({
  grant_type: z.literal('refresh_token'),
  refresh_token: z.string().min(1),
  redirect_uri: z.url(),
});

/** Form body of `POST /v1/oauth/token`. */
export const tokenRequest = z.discriminatedUnion('grant_type', [
  authorizationCodeGrant,
  refreshTokenGrant,
]);

/**
 * `expires_in` counts seconds and belongs to the access token. The code or token that was given for
 * this answer is spent, so nothing is lost over a trifle: the seconds may come as text, and the kind
 * of token, which has to be Bearer, in any form.
 */
export const tokenResponse = z.looseObject({
  access_token: id,
  refresh_token: id,
  expires_in: z.coerce.number().int().positive(),
  token_type: z.string().optional().catch(undefined),
});

/** Source: reference, "Authorize a User". */
export const tokenOperations = defineOperations({
  exchange: {
    method: 'POST',
    path: '/v1/oauth/token',
    host: 'api',
    auth: 'client',
    form: tokenRequest,
    status: 200,
    response: tokenResponse,
    page: 'Authorize a User',
  },
});
