import type { z } from 'zod';
import type { Settings } from '../config';
import { tokenOperations, tokenResponse } from '../contract/tokens';
import { keepRequestId, requestIdOf, type Transport } from '../transport';
import { hideWhenPrinted } from './hide-when-printed';

/** A person's tokens. Printing the object (`console.log`, a debugger's view) hides them. */
export type TokenPair = {
  accessToken: string;
  refreshToken: string;
  /** How long the access token lives, from the moment of the answer. */
  expiresInMs: number;
  requestId?: string;
};

const { exchange } = tokenOperations;

const refreshResponse = tokenResponse.extend({
  refresh_token: tokenResponse.shape.refresh_token.nullish(),
});

/**
 * Astra's token endpoint.
 *
 * Source: reference, "Authorize a User". Its calls throw AstraError.
 */
export function tokens(transport: Transport, { redirectUri }: Settings) {
  return {
    /**
     * Makes tokens of the code that came with the redirect. A code works once and for a few minutes.
     *
     * An answer without a refresh token is refused although the code is spent: what it allows would
     * end within hours, perhaps between a payment and its confirmation. The person, who is here now,
     * authorizes again.
     *
     * @throws AstraError with code `invalid_grant` when the code is used, expired or not ours.
     */
    async exchangeCode({ code }: { code: string }): Promise<TokenPair> {
      const body = { grant_type: 'authorization_code', code, redirect_uri: redirectUri };
      return tokenPair(await transport(exchange, { body, response: exchange.response }));
    },

    /**
     * Makes a new pair and ends the old access token: only one is valid at a time, so one process
     * at a time may do this for a person.
     *
     * @returns the new pair. Where Astra gives no new refresh token, the old one stays in use, as
     * OAuth has it (RFC 6749, section 6).
     * @throws AstraError with code `invalid_grant` when the person must authorize again. Any other
     * error says nothing about the refresh token.
     */
    async refresh({ refreshToken }: { refreshToken: string }): Promise<TokenPair> {
      const body = {
        grant_type: 'refresh_token',
        refresh_token: refreshToken,
        redirect_uri: redirectUri,
      };
      const answer = await transport(exchange, { body, response: refreshResponse });
      return tokenPair(answer, refreshToken);
    },
  };
}

/** Makes our pair of Astra's answer. */
export function tokenPair(answer: z.output<typeof tokenResponse>): TokenPair;
export function tokenPair(
  answer: z.output<typeof refreshResponse>,
  oldRefreshToken: string,
): TokenPair;
export function tokenPair(
  answer: z.output<typeof refreshResponse>,
  oldRefreshToken = '',
): TokenPair {
  const requestId = requestIdOf(answer);
  const pair: TokenPair = {
    accessToken: answer.access_token,
    refreshToken: answer.refresh_token ?? oldRefreshToken,
    expiresInMs: answer.expires_in * 1000,
    ...(requestId !== undefined && { requestId }),
  };
  return keepRequestId(answer, hideWhenPrinted(pair, 'accessToken', 'refreshToken'));
}
