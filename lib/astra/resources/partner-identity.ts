import type { Settings } from '../config';
import { partnerIdentityOperations as operations } from '../contract/partner-identity';
import { keepRequestId, type Transport } from '../transport';
import { hideWhenPrinted } from './hide-when-printed';
import { type TokenPair, tokenPair } from './tokens';

/** Whom a session token is for: the intent or business profile at first, the user from then on. */
export type SessionTokenSubject =
  | { userIntentId: string }
  | { businessProfileId: string }
  | { userId: string };

/** What an older edition of Trusted Authentication asked for; some programs still use it. */
export type SessionTokenProvider = { provider: string; customerId: string };

/** A token that lives one minute and works once. Printing the object hides it. */
export type SessionToken = { sessionToken: string };

/**
 * Trusted Authentication: the partner vouches that it has verified somebody's phone within the last
 * 30 days. Astra has to switch it on for a client.
 *
 * Source: reference, "Authorization"; guide, "Trusted Authentication". Its calls throw AstraError.
 */
export function partnerIdentity(transport: Transport, { clientId }: Settings) {
  return {
    /**
     * Makes a session token: put it into the hosted page's address (`sessionToken`) to skip the SMS
     * code, or exchange it with {@link authorize} without any page.
     *
     * @throws AstraPermissionError when Astra has not switched this on.
     */
    async createSessionToken(
      subject: SessionTokenSubject,
      provider?: SessionTokenProvider,
    ): Promise<SessionToken> {
      const { createSessionToken } = operations;
      const answer = await transport(createSessionToken, {
        body: {
          ...('userIntentId' in subject && { user_intent_id: subject.userIntentId }),
          ...('businessProfileId' in subject && { business_profile_id: subject.businessProfileId }),
          ...('userId' in subject && { user_id: subject.userId }),
          ...(provider && {
            client_id: clientId,
            provider: provider.provider,
            provider_data: { customer_id: provider.customerId },
          }),
        },
        response: createSessionToken.response,
      });
      const token = hideWhenPrinted({ sessionToken: answer.token }, 'sessionToken');
      return keepRequestId(answer, token);
    },

    /**
     * Authorizes us for the person, without a page of Astra's. Call it only after the person agreed,
     * in the partner's own words, to Astra's terms and privacy policy.
     *
     * @throws AstraError with code `invalid_grant` when the token is used or older than a minute.
     */
    async authorize({ sessionToken }: SessionToken): Promise<TokenPair> {
      const { authorize } = operations;
      const body = { token: sessionToken, user_consent_captured: 'true' };
      return tokenPair(await transport(authorize, { body, response: authorize.response }));
    },
  };
}
