import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * The value of the `Astra-Verification` header: base64 of HMAC-SHA256 over the body.
 *
 * @param secret the client secret, whose characters are the key as they stand
 */
export function signBody(body: string, secret: string): string {
  return createHmac('sha256', secret).update(body, 'utf8').digest('base64');
}

/** Hex HMAC-SHA256, as the older pages about balances have it. */
export function hexSignature(body: string | Buffer, secret: string): string {
  return createHmac('sha256', secret).update(body).digest('hex');
}

/** Whether a hex signature is the body's. */
export function signedWithSecret(body: Buffer, given: string, secret: string): boolean {
  const wanted = Buffer.from(hexSignature(body, secret));
  const signature = Buffer.from(given);
  return signature.length === wanted.length && timingSafeEqual(signature, wanted);
}
