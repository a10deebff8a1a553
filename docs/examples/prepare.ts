import { randomInt } from 'node:crypto';
import type { AstraAccount, AstraCard, CreateUserIntent } from '@/lib/astra';
import { walkThrough } from '@/testing/astra/hosted-visit';
import { until } from '@/testing/until';
import { astra, config, institutionId } from './client';

/** Introduces somebody new, and waits until Astra has approved them. */
export async function introducePerson(change: Partial<CreateUserIntent> = {}) {
  const phone = `+1555${randomInt(2_000_000, 9_999_999)}`;
  const { id } = await astra.userIntents.create({
    first_name: 'Edmund',
    last_name: 'Hillary',
    date_of_birth: '1985-02-03',
    ssn: '1234',
    phone,
    email: `edmund-${phone.slice(2)}@example.com`,
    address1: '123 Astra Ave',
    city: 'Palo Alto',
    state: 'CA',
    postal_code: '94304',
    ip_address: '192.0.2.0',
    ...change,
  });
  const isApproved = async () => (await astra.userIntents.get(id)).status === 'approved';
  // Your app need not ask: the webhook `user_intent_updated` tells.
  await until('the identity check', isApproved, 60_000, 500);
  return { userIntentId: id, phone };
}

/**
 * Answers the hosted pages as the person would, and returns where they lead in the end. Only the
 * emulator's pages can be walked through by a program; at Astra people do it.
 */
export function visitPages(url: string, phone: string): Promise<URL> {
  return walkThrough({ hosted: config.appUrl }, url, phone);
}

/** Somebody approved, who let us act for them: an access token, which most calls want. */
export async function authorizePerson(change: Partial<CreateUserIntent> = {}) {
  const { userIntentId, phone } = await introducePerson(change);
  const page = { state: 'checked-in-your-app', userIntentId, phone, bypassConnect: true };
  const redirect = await visitPages(astra.hostedPages.authorizeUrl(page), phone);
  const code = redirect.searchParams.get('code') ?? '';
  const { accessToken } = await astra.tokens.exchangeCode({ code });
  const { id: userId } = await astra.users.me({ accessToken });
  return { accessToken, userId, userIntentId, phone };
}

/** Adds a test card by its number. */
export function addCard(accessToken: string, number = '4000056655665556'): Promise<AstraCard> {
  const card = {
    card_number: number,
    card_security_code: '123',
    expiration_date: '12/40',
    first_name: 'Edmund',
    last_name: 'Hillary',
    street_line_1: '123 Astra Ave',
    city: 'Palo Alto',
    state: 'CA',
    zip_code: '94304',
    added_by_user: true,
  };
  return astra.cards.create({ accessToken, card });
}

/** Adds a bank account by its numbers. */
export function addAccount(accessToken: string, lastDigits: string): Promise<AstraAccount> {
  const account = {
    institution_id: institutionId,
    name: 'Everyday account',
    bank_account_type: 'checking',
    account_number: `100000${lastDigits}`,
    routing_number: '021000021',
  } as const;
  return astra.accounts.create({ accessToken, account });
}

/** Eight letters and digits: all that card networks carry. Store it with the payment. */
export function newReference(): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
  return Array.from({ length: 8 }, () => letters.charAt(randomInt(letters.length))).join('');
}
