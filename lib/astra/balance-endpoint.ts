import { createHmac, timingSafeEqual } from 'node:crypto';
import type { z } from 'zod';
import { balanceAnswer } from './contract/accounts';
import { balanceRequestHeaders } from './contract/assumptions';
import type { Cents } from './money';

/** How Astra proves itself to the partner's balance endpoint: one of the two editions, or both. */
export type BalanceEndpointKeys = {
  /** Newer edition: HTTP Basic, agreed with Astra. */
  basic?: { username: string; password: string } | undefined;
  /** Older edition: a pair of keys that the partner gives to Astra. */
  signing?: { publicKey: string; privateKey: string } | undefined;
};

/** What of the request counts. Header names are read without regard to case. */
export type BalanceRequest = {
  /** The `account_id` of the query: Astra's id of the account. */
  accountId: string | null;
  header: (name: string) => string | null | undefined;
};

/**
 * Checks that a request for a balance comes from Astra. For accounts made by account and routing
 * number Astra asks the partner: `GET <partner>/…?account_id=…`.
 *
 * Compares in constant time. Which of the two proofs a client uses is agreed with Astra; what the
 * older one signs is assumed to be the account's id.
 *
 * Source: reference, "Balance Update Webhook and Endpoint".
 *
 * @returns the account's id, or null for a request that must be answered with 401.
 * @throws TypeError when no key is configured, or an empty one: nothing may be answered then.
 */
export function verifyBalanceRequest(
  { accountId, header }: BalanceRequest,
  { basic, signing }: BalanceEndpointKeys,
): string | null {
  const secrets: unknown[] = [
    ...(basic ? [basic.username, basic.password] : []),
    ...(signing ? [signing.publicKey, signing.privateKey] : []),
  ];
  // With an empty key anybody could make what is compared below; one that an environment lacks would
  // be the word "undefined", whatever the types say.
  const isKey = (secret: unknown) => typeof secret === 'string' && secret !== '';
  if (secrets.length === 0 || !secrets.every(isKey)) {
    throw new TypeError('A balance endpoint needs a key to know Astra by, and no empty one.');
  }
  if (!accountId) return null;
  if (basic) {
    const expected = Buffer.from(`${basic.username}:${basic.password}`).toString('base64');
    const given = (header('authorization') ?? '').replace(/^basic /i, 'Basic ');
    if (isEqual(given, `Basic ${expected}`)) return accountId;
  }
  if (signing) {
    const signature = createHmac('sha256', signing.privateKey).update(accountId).digest('hex');
    const hasKey = isEqual(header(balanceRequestHeaders.publicKey) ?? '', signing.publicKey);
    const hasSignature = isEqual(header(balanceRequestHeaders.signature) ?? '', signature);
    if (hasKey && hasSignature) return accountId;
  }
  return null;
}

/**
 * The JSON body of the answer. The one place where Astra takes integer cents. Source: as above.
 *
 * @throws ZodError when an amount is not a whole number.
 */
export function answerBalance(balance: {
  availableCents: Cents;
  currentCents: Cents;
}): z.output<typeof balanceAnswer> {
  return balanceAnswer.parse({
    available_balance: balance.availableCents,
    current_balance: balance.currentCents,
  });
}

/** Hashed first, so that the comparison takes as long for any length. */
function isEqual(given: string, wanted: string): boolean {
  const digest = (text: string) => createHmac('sha256', 'length').update(text).digest();
  return timingSafeEqual(digest(given), digest(wanted));
}
