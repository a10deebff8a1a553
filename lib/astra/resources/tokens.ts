import { inspect } from 'node:util';
import type { z } from 'zod';
import type { Settings } from '../config';
import { authorizationCodeGrant, refreshTokenGrant, tokenResponse } from '../contract/tokens';
import { requestIdOf, type Transport } from '../transport';
import { checkRequest } from '../transport/check-request';

/** A person's tokens. Printing the object (`console.log`, a debugger's view) hides them. */
export type TokenPair = {
  accessToken: string;
  refreshToken: string;
  /** How long the access token lives, from the moment of the answer. */
  expiresInMs: number;
  requestId?: string;
};

const endpoint = { method: 'POST', path: '/v1/oauth/token' } as const;

/** Astra's token endpoint. */
export function tokens(transport: Transport, { redirectUri }: Settings) {
  async function ask(form: Record<string, string>): Promise<TokenPair> {
    const answer = await transport({
      ...endpoint,
      auth: 'client',
      body: { form },
      response: tokenResponse,
    });
    return tokenPair(answer, requestIdOf(answer));
  }

  return {
    /**
     * Makes tokens of the code that came with the redirect. A code works once and for a few minutes.
     *
     * @throws AstraError with code `invalid_grant` when the code is used, expired or not ours.
     */
    async exchangeCode({ code }: { code: string }): Promise<TokenPair> {
      const grant = { grant_type: 'authorization_code', code, redirect_uri: redirectUri };
      return ask(checkRequest(endpoint, authorizationCodeGrant, grant));
    },

    /**
     * Makes a new pair and ends the old access token: only one is valid at a time, so one process
     * at a time may do this for a person.
     *
     * @throws AstraError with code `invalid_grant` when the person must authorize again. Any other
     * error says nothing about the refresh token.
     */
    async refresh({ refreshToken }: { refreshToken: string }): Promise<TokenPair> {
      const grant = {
        grant_type: 'refresh_token',
        refresh_token: refreshToken,
        redirect_uri: redirectUri,
      };
      return ask(checkRequest(endpoint, refreshTokenGrant, grant));
    },
  };
}

function tokenPair(
  answer: z.output<typeof tokenResponse>,
  requestId: string | undefined,
): TokenPair {
  const pair: TokenPair = {
    accessToken: answer.access_token,
    refreshToken: answer.refresh_token,
    expiresInMs: answer.expires_in * 1000,
    ...(requestId !== undefined && { requestId }),
  };
  const shown = { ...pair, accessToken: '[hidden]', refreshToken: '[hidden]' };
  return Object.defineProperty(pair, inspect.custom, { value: () => shown, enumerable: false });
}
