import { z } from 'zod';
import { AstraInvalidRequestError } from '@/lib/astra/errors';
import { errorFromResponse } from '@/lib/astra/transport/error-from-response';
import { redactor } from '@/lib/astra/transport/redact';

/** What came of it. After `unknown` it may have been added, so nobody may simply try again. */
export type SecureHostAnswer =
  | { outcome: 'created'; id: string; requestId: string }
  | {
      outcome: 'refused';
      description: string;
      /** Astra's own words by its name of the field. */
      fields: Readonly<Record<string, readonly string[]>>;
      requestId: string;
    }
  | { outcome: 'unknown'; requestId: string };

type SecureHostRequest = {
  /** Where: an endpoint of the secure host. */
  url: string;
  /** Lent for this one request. */
  accessToken: string;
  /** What was typed, numbers and all. */
  body: object;
};

const created = z.looseObject({ id: z.string().min(1) });

/** Longer than Astra takes for a card on a bad day; the lent token lives longer than that. */
const patienceMs = 20_000;

/**
 * Sends what was typed from the browser straight to Astra's secure host, once. This is the only way
 * that a card or account number takes out of the page, and the boundary of what has to be secured:
 * who puts a vault of their own in front of Astra changes this function, `DIRECT_ENTRY`, and the
 * host that `proxy.ts` lets the pages talk to.
 */
export async function postToSecureHost(request: SecureHostRequest): Promise<SecureHostAnswer> {
  const { url, accessToken, body } = request;
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
      mode: 'cors',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'error',
      cache: 'no-store',
      signal: AbortSignal.timeout(patienceMs),
    });
    return readAnswer(response, await response.text(), request);
  } catch {
    // Whether it arrived is not known: the browser says the same of a broken line and of a timeout.
    return { outcome: 'unknown', requestId: '' };
  }
}

function readAnswer(
  { ok, status, headers }: Response,
  text: string,
  { url, accessToken }: SecureHostRequest,
): SecureHostAnswer {
  const requestId = headers.get('request-id') ?? '';
  if (ok) {
    const { id } = created.parse(JSON.parse(text));
    return { outcome: 'created', id, requestId };
  }
  const call = { method: 'POST', auth: 'user', pathTemplate: new URL(url).pathname } as const;
  const error = errorFromResponse(
    call,
    { status, requestId, retryAfterMs: undefined },
    text,
    redactor([accessToken]),
  );
  if (error.outcomeUnknown) return { outcome: 'unknown', requestId };
  const fields = error instanceof AstraInvalidRequestError ? error.fieldErrors : {};
  return { outcome: 'refused', description: error.description ?? '', fields, requestId };
}
