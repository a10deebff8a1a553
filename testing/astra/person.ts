import { randomInt, randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Card, User } from '@/lib/db/generated/client';
import { db } from '@/lib/db/prisma';
import type { Details } from '@/lib/onboarding/details';
import { createCard, createConnectedPerson } from '../rows/people';
import { until } from '../until';
import type { Emulator } from './emulator';
import { queryOf, walkThrough } from './hosted-visit';

const withId = z.looseObject({ id: z.string() });
const withStatus = z.looseObject({ status: z.string() });
const pair = z.looseObject({ access_token: z.string(), refresh_token: z.string() });

/** A phone that nobody else has. */
export function newPhone(): string {
  return `+1555${randomInt(2_000_000, 9_999_999)}`;
}

/** Details that Astra approves. */
export function approvableDetails(change: Partial<Details> = {}): Details {
  return {
    firstName: 'Edmund',
    lastName: 'Hillary',
    dateOfBirth: '1985-02-03',
    ssn: '987654321',
    phone: newPhone(),
    address1: '123 Astra Ave',
    address2: '',
    city: 'Palo Alto',
    state: 'CA',
    postalCode: '94304',
    ...change,
  };
}

/** One call to the emulator, past the app and the proxy. */
export async function askEmulator(
  url: string,
  auth: string,
  body?: Record<string, unknown> | URLSearchParams,
): Promise<unknown> {
  const isForm = body instanceof URLSearchParams;
  const answer = await fetch(url, {
    method: body ? 'POST' : 'GET',
    headers: {
      authorization: auth,
      ...(body && !isForm && { 'content-type': 'application/json' }),
    },
    ...(body && { body: isForm ? body : JSON.stringify(body) }),
  });
  const read: unknown = await answer.json();
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${JSON.stringify(read)}`);
  return read;
}

/** Hands somebody in at the emulator and waits for the decision. */
export async function createAstraIntent(
  { api, basic }: Emulator,
  person: { email: string; phone: string; firstName?: string },
): Promise<string> {
  const { id } = withId.parse(
    await askEmulator(`${api}/v1/user_intent`, basic, {
      email: person.email,
      phone: person.phone,
      first_name: person.firstName ?? 'Edmund',
      last_name: 'Hillary',
      date_of_birth: '1985-02-03',
      ssn: '1234',
      address1: '123 Astra Ave',
      city: 'Palo Alto',
      state: 'CA',
      postal_code: '94304',
      ip_address: '192.0.2.1',
    }),
  );
  await until('the decision on an intent', async () => {
    const answer = await askEmulator(`${api}/v1/user_intent/${id}`, basic);
    return withStatus.parse(answer).status !== 'pending';
  });
  return id;
}

export type AstraPerson = {
  user: User;
  astraUserId: string;
  /** Of the secure host and the API, past the proxy. */
  bearer: string;
  phone: string;
  cards: Card[];
};

/** Test numbers of the emulator. */
export const cardNumbers = {
  works: '4000056655665556',
  alsoWorks: '4242424242424242',
  flaggedByReview: '4000000000001018',
  noPull: '4000000000001117',
  /** Transfers from it stay pending until they are settled by hand. */
  waiting: '4000220000009098',
  insufficientFunds: '4603690000004045',
} as const;

/** Somebody approved at Astra, connected here with their real tokens, with real cards. */
export async function createAstraPerson(
  emulator: Emulator,
  options: { cards?: readonly string[]; expiresInMs?: number; email?: string } = {},
): Promise<AstraPerson> {
  const { api, hosted, basic } = emulator;
  const phone = newPhone();
  const intentId = await createAstraIntent(emulator, {
    email: options.email ?? `${randomUUID()}@example.com`,
    phone,
  });
  const query = new URLSearchParams({
    client_id: Buffer.from(basic.slice(6), 'base64').toString().split(':')[0] ?? '',
    redirect_uri: redirectUri,
    response_type: 'code',
    user_intent_id: intentId,
    bypass_connect: 'true',
    state: 'not-checked-here',
  });
  const left = await walkThrough(emulator, `${hosted}/login/oauth/authorize?${query}`, phone);
  const form = { grant_type: 'authorization_code', redirect_uri: redirectUri };
  const grant = new URLSearchParams({ ...form, code: queryOf(left)['code'] ?? '' });
  const tokens = pair.parse(await askEmulator(`${api}/v1/oauth/token`, basic, grant));
  const bearer = `Bearer ${tokens.access_token}`;
  const { id: astraUserId } = withId.parse(await askEmulator(`${api}/v1/user`, bearer));
  const user = await createConnectedPerson({
    astraUserId,
    accessToken: tokens.access_token,
    refreshToken: tokens.refresh_token,
    ...(options.expiresInMs !== undefined && { expiresInMs: options.expiresInMs }),
  });
  const person = { user, astraUserId, bearer, phone, cards: [] as Card[] };
  for (const number of options.cards ?? [])
    person.cards.push(await addCard(emulator, person, number));
  return person;
}

export const redirectUri = 'http://localhost:3000/api/astra/callback';

/** Adds a card at the emulator and writes it down here. */
export async function addCard(
  emulator: Emulator,
  { user, bearer }: Pick<AstraPerson, 'user' | 'bearer'>,
  number: string,
): Promise<Card> {
  const astraId = await addCardAtAstra(emulator, bearer, number);
  return createCard(user.id, { astraId, lastFour: number.slice(-4) });
}

/** Adds a card at the emulator alone. */
export async function addCardAtAstra(
  { secure }: Pick<Emulator, 'secure'>,
  bearer: string,
  number: string,
  expirationDate = '12/40',
): Promise<string> {
  const answer = await askEmulator(`${secure}/v1/cards`, bearer, {
    card_number: number,
    card_security_code: '123',
    expiration_date: expirationDate,
    first_name: 'Edmund',
    last_name: 'Hillary',
    street_line_1: '123 Astra Ave',
    city: 'Palo Alto',
    state: 'CA',
    zip_code: '94304',
    added_by_user: true,
  });
  return withId.parse(answer).id;
}

/** The connection of somebody, as it is in the database. */
export function connectionOf(userId: string) {
  return db().astraConnection.findUniqueOrThrow({ where: { userId } });
}
