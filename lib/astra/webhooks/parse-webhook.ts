import type { z } from 'zod';
import { webhookEvent, webhookTypes } from '../contract/webhooks';
import type { Known } from '../resources/read-fields';
import { isVerified } from './verified-bodies';

/** Which resource changed. Its new state is not in here: fetch it. */
export type WebhookEvent = Known<z.output<typeof webhookEvent>>;

/** An event, or why there is none. */
export type ParsedWebhook =
  | {
      kind: 'event';
      event: WebhookEvent;
      /** False for a type that Astra added since: keep it, answer 200, do nothing. */
      isKnownType: boolean;
    }
  | { kind: 'not_json'; explanation: string }
  | { kind: 'not_an_event'; explanation: string };

/**
 * Reads a webhook that {@link verifyWebhook} accepted: the very same bytes object,
 * unchanged.
 *
 * @throws Error for bytes that were never accepted, or have changed since, so that a forgotten check shows at once.
 */
export function parseWebhook(body: Uint8Array): ParsedWebhook {
  if (!isVerified(body)) {
    throw new Error('parseWebhook reads only the bytes object that verifyWebhook has accepted.');
  }
  return unsafeParseWebhook(body);
}

/** Reads a webhook without knowing who sent it: for tools and logs, never to act on. */
export function unsafeParseWebhook(body: Uint8Array): ParsedWebhook {
  const json = parseJson(body);
  if (json === undefined) {
    return { kind: 'not_json', explanation: 'The body is not JSON in UTF-8.' };
  }
  const result = webhookEvent.safeParse(json);
  if (!result.success) {
    const fields = new Set(result.error.issues.map(({ path }) => String(path[0] ?? 'the whole')));
    const explanation = `The body is not an event (${[...fields].join(', ')}).`;
    return { kind: 'not_an_event', explanation };
  }
  const event = result.data;
  const { webhook_type, webhook_id, resource_id, resource_parent_id, user_id } = event;
  const ids = [webhook_type, webhook_id, resource_id, resource_parent_id ?? '', user_id ?? ''];
  if (!ids.every(isUsableId)) {
    const explanation = 'An id holds characters that no id has, or is too long.';
    return { kind: 'not_an_event', explanation };
  }
  const isKnownType = webhookTypes.some((type) => type === webhook_type);
  return { kind: 'event', event, isKnownType };
}

const longestId = 255;

/** Ids are opaque, but databases refuse NUL and half characters, and logs break on line ends. */
function isUsableId(id: string): boolean {
  return id.length <= longestId && !/[\p{Cc}\p{Cs}]/u.test(id);
}

function parseJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    return undefined;
  }
}
