import type { z } from 'zod';
import type { Settings } from '../config';
import { tokenOperations, type tokenResponse } from '../contract/tokens';
import { requestIdOf, type Transport } from '../transport';
import { hideWhenPrinted } from './hide-when-printed';

/** A person's tokens. Printing the object (`console.log`, a debugger's view) hides them. */
export type TokenPair = {
  accessToken: string;
  refreshToken: string;
  /** How long the access token lives, from the moment of the answer. */
  expiresInMs: number;
  requestId?: string;
};

/**
 * Astra's token endpoint.
 *
 * Source: reference, "Authorize a User". Its calls throw AstraError.
 */
export function tokens(transport: Transport, { redirectUri }: Settings) {
  async function ask(body: Record<string, string>): Promise<TokenPair> {
    const { response } = tokenOperations.exchange;
    return tokenPair(await transport(tokenOperations.exchange, { body, response }));
  }

  return {
    /**
     * Makes tokens of the code that came with the redirect. A code works once and for a few minutes.
     *
     * @throws AstraError with code `invalid_grant` when the code is used, expired or not ours.
     */
    async exchangeCode({ code }: { code: string }): Promise<TokenPair> {
      return ask({ grant_type: 'authorization_code', code, redirect_uri: redirectUri });
    },

    /**
     * Makes a new pair and ends the old access token: only one is valid at a time, so one process
     * at a time may do this for a person.
     *
     * @throws AstraError with code `invalid_grant` when the person must authorize again. Any other
     * error says nothing about the refresh token.
     */
    async refresh({ refreshToken }: { refreshToken: string }): Promise<TokenPair> {
      return ask({
        grant_type: 'refresh_token',
        refresh_token: refreshToken,
        redirect_uri: redirectUri,
      });
    },
  };
}

/** Makes our pair of Astra's answer. */
export function tokenPair(answer: z.output<typeof tokenResponse>): TokenPair {
  const requestId = requestIdOf(answer);
  const pair: TokenPair = {
    accessToken: answer.access_token,
    refreshToken: answer.refresh_token,
    expiresInMs: answer.expires_in * 1000,
    ...(requestId !== undefined && { requestId }),
  };
  return hideWhenPrinted(pair, 'accessToken', 'refreshToken');
}
