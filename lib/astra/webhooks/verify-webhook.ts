import { createHmac, timingSafeEqual } from 'node:crypto';
import { isCheapToPrint } from './cheap-to-print';
import { asPythonPrints } from './python-json';
import { markVerified } from './verified-bodies';

/** A webhook as it arrived. */
export type SignedWebhook = {
  /** The body's bytes, exactly as received: parsing and printing them again breaks the signature. */
  body: Uint8Array;
  /** The `Astra-Verification` header; null when there is none. */
  signature: string | null;
  /** The client secret; during a rotation the old and the new one. */
  secrets: readonly string[];
};

/**
 * Whether Astra sent this webhook: HMAC-SHA256 over the body, keyed with the client secret.
 *
 * The bytes as received are tried first. Should something on the way have printed the JSON anew
 * (blanks removed, `ü` instead of `\u00fc`), Astra's own spelling is restored and tried as well;
 * that admits nobody who does not know the secret. Takes the same time wherever a wrong signature
 * differs, and never throws. A body that would be much work to print anew, over 128 KiB or
 * of more than a thousand pieces, is tried as received only: no event of Astra's is like that.
 *
 * Source: the reference's pages about webhooks.
 */
export function verifyWebhook({ body, signature, secrets }: SignedWebhook): boolean {
  // A header that came twice is a list in some frameworks, and would pass a test that makes text of it.
  if (typeof signature !== 'string' || !oneSignature.test(signature)) return false;
  // An empty key would make signatures that anybody can make; an absent one is none.
  const keys = secrets.filter((secret) => typeof secret === 'string' && secret !== '');
  if (keys.length === 0) return false;
  const isGenuine = matchesAny(body, signature, keys) || matchesReprint(body, signature, keys);
  if (isGenuine) markVerified(body);
  return isGenuine;
}

/**
 * Signs a body as Astra would, for tests of a webhook receiver.
 *
 * @returns the value of the `Astra-Verification` header.
 */
export function signTestWebhook(body: Uint8Array | string, secret: string): string {
  return createHmac('sha256', secret).update(body).digest('base64');
}

/** Base64 of 32 bytes. A doubled header arrives as `a, b` and does not match. */
const oneSignature = /^[A-Za-z0-9+/]{43}=$/;

function matchesAny(body: Uint8Array | string, signature: string, secrets: readonly string[]) {
  let isMatch = false;
  for (const secret of secrets) {
    const expected = Buffer.from(signTestWebhook(body, secret), 'ascii');
    // Every secret is tried: the time must not tell which one matched.
    isMatch = timingSafeEqual(expected, Buffer.from(signature, 'ascii')) || isMatch;
  }
  return isMatch;
}

/** The largest event that Astra can send takes 79 KB: see {@link isCheapToPrint}. */
const largestReprintBytes = 128 * 1024;

function matchesReprint(body: Uint8Array, signature: string, secrets: readonly string[]): boolean {
  const text = body.byteLength > largestReprintBytes ? null : decode(body);
  if (text === null || !isCheapToPrint(text, body.byteLength)) return false;
  const reprinted = asPythonPrints(text);
  return reprinted !== null && matchesAny(reprinted, signature, secrets);
}

function decode(body: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    return null;
  }
}
