import { createHmac } from 'node:crypto';

/**
 * The value of the `Astra-Verification` header: base64 of HMAC-SHA256 over the body.
 *
 * @param secret the client secret, whose characters are the key as they stand
 */
export function signBody(body: string, secret: string): string {
  return createHmac('sha256', secret).update(body, 'utf8').digest('base64');
}
