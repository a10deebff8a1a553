import { tokenResponse } from '../contract';
import type { Answer, TestEmulator } from './emulator';
import { redirectUri } from './emulator';
import { submit, type VisitedPage, visit } from './visitor';
import { waitFor } from './wait-for';

/** Astra's own sandbox example, with fields to change. */
export function person(change: Record<string, unknown> = {}) {
  return {
    first_name: 'Edmund',
    last_name: 'Hillary',
    date_of_birth: '1985-02-03',
    ssn: '1234',
    phone: '+15557771234',
    email: 'edmund@example.com',
    address1: '123 Astra Ave',
    city: 'Palo Alto',
    state: 'CA',
    postal_code: '94304',
    ip_address: '192.0.2.0',
    ...change,
  };
}

/** A card as typed into the hosted form. */
export function cardFields(number = '4000056655665556') {
  return { card_number: number, expiration_date: '12/40', card_security_code: '123' };
}

/** Hands in a person and returns the intent's id. */
export async function createIntent(emulator: TestEmulator, body: unknown): Promise<string> {
  const answer = await emulator.call('POST', '/v1/user_intent', {
    auth: emulator.basic,
    json: body,
  });
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return answer.id;
}

/** Waits until the identity check has said something, and returns the intent. */
export function decided(emulator: TestEmulator, id: string): Promise<Answer['body']> {
  return waitFor('the identity check', async () => {
    const { body } = await emulator.call('GET', `/v1/user_intent/${id}`, { auth: emulator.basic });
    return body.status !== 'pending' && body;
  });
}

export function authorizeUrl(emulator: TestEmulator, query: Record<string, string>): string {
  const all = {
    client_id: emulator.clientId,
    redirect_uri: redirectUri,
    response_type: 'code',
    ...query,
  };
  return `${emulator.hostedUrl}/login/oauth/authorize?${new URLSearchParams(all)}`;
}

export async function latestCode(emulator: TestEmulator, phone: string): Promise<string> {
  const messages = await emulator.console.sms(phone);
  return messages[0]?.code ?? '';
}

/** Walks from the first screen past the text message. */
export async function authenticate(
  emulator: TestEmulator,
  url: string,
  phone: string,
): Promise<VisitedPage> {
  const terms = await visit(url);
  const number = await submit(terms, 'Authorize');
  const code = await submit(number, 'Send code', { phone });
  return submit(code, 'Verify', { code: await latestCode(emulator, phone) });
}

/** Exchanges the code of a redirect. */
export function exchange(emulator: TestEmulator, left: URL | undefined): Promise<Answer> {
  return emulator.token({
    grant_type: 'authorization_code',
    code: left?.searchParams.get('code') ?? '',
    redirect_uri: redirectUri,
  });
}

/** The `Authorization` header that a token answer gives a right to. */
export function bearer(answer: Answer): string {
  return `Bearer ${tokenResponse.parse(answer.body).access_token}`;
}

/** Somebody who is through with everything: approved, authorized, with cards. */
export async function onboard(
  emulator: TestEmulator,
  options: { change?: Record<string, unknown>; cards?: string[] } = {},
) {
  const body = person(options.change);
  const phone = body.phone.slice(2);
  const intentId = await createIntent(emulator, body);
  await decided(emulator, intentId);
  const url = authorizeUrl(emulator, { user_intent_id: intentId, bypass_connect: 'true' });
  const { left } = await authenticate(emulator, url, phone);
  const answer = await exchange(emulator, left);
  const tokens = tokenResponse.parse(answer.body);
  const auth = bearer(answer);
  const user = await emulator.call('GET', '/v1/user', { auth });
  const cardIds: string[] = [];
  for (const number of options.cards ?? []) {
    cardIds.push((await addCard(emulator, auth, number)).id);
  }
  return { auth, tokens, phone, intentId, userId: user.id, cardIds };
}

/** Adds a card by the secure host. */
export function addCard(
  emulator: TestEmulator,
  auth: string,
  number: string,
  change: Record<string, unknown> = {},
): Promise<Answer> {
  return emulator.call('POST', '/v1/cards', {
    base: emulator.secureUrl,
    auth,
    json: {
      ...cardFields(number),
      first_name: 'Edmund',
      last_name: 'Hillary',
      street_line_1: '123 Astra Ave',
      city: 'Palo Alto',
      state: 'CA',
      zip_code: '94304',
      added_by_user: true,
      ...change,
    },
  });
}
