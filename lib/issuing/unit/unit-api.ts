import 'server-only';
import type { z } from 'zod';
import { readBody } from '@/lib/http/read-body';
import { log } from '@/lib/log/logger';
import {
  enableRequest,
  enableResponse,
  type UnitCard,
  unitCardList,
  unitErrors,
} from './unit-contract';

/** Source: https://www.unit.co/docs/api/using-the-api/, "Environments". */
export const unitHosts = {
  sandbox: 'https://api.s.unit.sh',
  production: 'https://api.unit.co',
} as const;

const timeoutMs = 10_000;
/** As for Astra's answers: none of Unit's comes near this. */
const largestAnswerBytes = 5 * 1024 * 1024;
const pageSize = 100;
/** Nobody has so many cards; an answer that never ends must not keep a page from opening. */
const mostPages = 10;

/** What is used of Unit's API. */
export type UnitApi = ReturnType<typeof unitApi>;

type Call<Output> = {
  method: 'GET' | 'PATCH';
  /** The path without ids, for logs. */
  name: string;
  path: string;
  body?: object;
  response: z.ZodType<Output>;
};

/** Unit's API with an org token. Each call is sent once. */
export function unitApi({ apiUrl, apiToken }: { apiUrl: string; apiToken: string }) {
  async function send<Output>({ method, name, path, body, response }: Call<Output>) {
    const startedAt = performance.now();
    const told = { method, pathTemplate: name };
    let status: number | undefined;
    try {
      const answer = await fetch(`${apiUrl}${path}`, {
        method,
        headers: {
          authorization: `Bearer ${apiToken}`,
          'content-type': 'application/vnd.api+json',
        },
        ...(body && { body: JSON.stringify(body) }),
        redirect: 'error',
        cache: 'no-store',
        signal: AbortSignal.timeout(timeoutMs),
      });
      status = answer.status;
      const read = await readJson(answer);
      const parsed = response.safeParse(read);
      if (answer.ok && parsed.success) return parsed.data;
      throw new UnitError({ ...told, status, code: answer.ok ? undefined : codeIn(read) });
    } catch (error) {
      // Only what we made ourselves goes on: anything else may repeat what was sent.
      throw error instanceof UnitError ? error : new UnitError(told);
    } finally {
      const durationMs = Math.round(performance.now() - startedAt);
      log().info({ call: { ...told, host: 'unit', status, durationMs } }, 'unit call');
    }
  }

  return {
    /** A customer's cards, newest first. @throws UnitError */
    async listCards(customerId: string): Promise<UnitCard[]> {
      const found: UnitCard[] = [];
      for (let page = 0; page < mostPages; page += 1) {
        const query = new URLSearchParams({
          'page[limit]': `${pageSize}`,
          'page[offset]': `${page * pageSize}`,
          'filter[customerId]': customerId,
          sort: '-createdAt',
        });
        const { data } = await send({
          method: 'GET',
          name: '/cards',
          path: `/cards?${query}`,
          response: unitCardList,
        });
        found.push(...data);
        if (data.length < pageSize) break;
      }
      return found;
    },

    /**
     * Has Unit give a card to Astra ("enable card to card payments"). Source:
     * https://unit.co/docs/partnerships/astra/: the card's id is in the address, the person's access
     * token at Astra in the body, and the answer has the card's id at Astra. The address itself is
     * the one that Unit's client for Node uses.
     *
     * @throws UnitError with `outcomeUnknown` when the card may have been given.
     */
    async enableCardToCard(cardId: string, astraToken: string): Promise<{ astraCardId: string }> {
      const { data } = await send({
        method: 'PATCH',
        name: '/cards/{id}/enableCardToCardPayment',
        path: `/cards/${encodeURIComponent(cardId)}/enableCardToCardPayment`,
        body: enableRequest.parse({ data: { type: 'astra', attributes: { token: astraToken } } }),
        response: enableResponse,
      });
      return { astraCardId: data.attributes.astraCardId };
    },
  };
}

/** Undefined for what is no JSON, or is too much of it. */
async function readJson(answer: Response): Promise<unknown> {
  const body = await readBody(answer, { maxBytes: largestAnswerBytes, timeoutMs });
  if (typeof body === 'string') return undefined;
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    return undefined;
  }
}

function codeIn(body: unknown): string | undefined {
  return unitErrors.safeParse(body).data?.errors[0]?.code;
}

/** Statuses that prove that a call did nothing: it was read and refused. */
const refusals = new Set([400, 403, 404, 405, 415, 422]);

/** A call to Unit that failed. Nothing in it is secret: it may be logged as it is. */
export class UnitError extends Error {
  override name = 'UnitError';
  readonly status: number | undefined;
  /** Unit's own word for what went wrong, such as `feature_disabled`. */
  readonly code: string | undefined;
  /** The call may have taken effect. */
  readonly outcomeUnknown: boolean;

  constructor(told: {
    method: Call<unknown>['method'];
    pathTemplate: string;
    status?: number | undefined;
    code?: string | undefined;
  }) {
    const { method, pathTemplate, status, code } = told;
    const words =
      status === undefined ? 'no answer' : `answered ${status}${code ? ` ${code}` : ''}`;
    super(`${method} ${pathTemplate}: Unit: ${words}.`);
    this.status = status;
    this.code = code;
    this.outcomeUnknown = method !== 'GET' && !(status !== undefined && refusals.has(status));
  }
}
