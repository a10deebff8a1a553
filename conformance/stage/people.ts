import { randomInt, randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { tokenResponse, user, userIntent } from '@/lib/astra/contract';
import { walkThrough } from './hosted-visit';
import { make, makeId, once, type Stage } from './stage';
import { until } from './until';

/** Somebody who may be asked about with a token. */
export type Person = {
  accessToken: string;
  userId: string;
};

/** Somebody whom this run has brought all the way in. */
export type NewPerson = Person & { refreshToken: string; intentId: string; phone: string };

/** A phone that nobody else has. */
export function newPhone(): string {
  return `+1555${randomInt(2_000_000, 9_999_999)}`;
}

/** The person that Astra's sandbox approves, with an e-mail and a phone of their own. */
export function personDetails(change: Record<string, unknown> = {}) {
  return {
    first_name: 'Edmund',
    last_name: 'Hillary',
    date_of_birth: '1985-02-03',
    ssn: '1234',
    phone: newPhone(),
    email: `${randomUUID()}@example.com`,
    address1: '123 Astra Ave',
    city: 'Palo Alto',
    state: 'CA',
    postal_code: '94304',
    ip_address: '192.0.2.0',
    ...change,
  };
}

/** Hands somebody in and waits for the identity check. @returns the intent. */
export async function decidedIntent(
  stage: Stage,
  details: Record<string, unknown> = personDetails(),
): Promise<z.output<typeof userIntent>> {
  const id = await makeId(stage, 'userIntents.create', { json: details });
  return until(stage, 'the identity check', async () => {
    const intent = await make(stage, 'userIntents.get', { params: { id } }, userIntent);
    return intent.status === 'pending' ? undefined : intent;
  });
}

/** Goes through the hosted pages for an intent. @returns the way back, null after a refusal. */
export function authorize(stage: Stage, intentId: string, phone: string): Promise<URL | null> {
  const { astra } = stage;
  const url = astra.hostedPages.authorizeUrl({
    userIntentId: intentId,
    bypassConnect: true,
    state: 'conformance',
  });
  return walkThrough(stage, url, phone);
}

/** A person at the very end of the hosted pages, with a code that nobody has exchanged. */
export async function personWithCode(stage: Stage, change: Record<string, unknown> = {}) {
  const phone = newPhone();
  const { id: intentId } = await decidedIntent(stage, personDetails({ phone, ...change }));
  const left = await authorize(stage, intentId, phone);
  const code = left?.searchParams.get('code');
  if (!code) throw new Error('could not be arranged: the hosted pages gave no code');
  return { intentId, phone, code };
}

/** The form that exchanges a code. */
export function codeGrant({ target }: Stage, code: string) {
  return { grant_type: 'authorization_code', code, redirect_uri: target.redirectUri };
}

/** The form that refreshes tokens. */
export function refreshGrant({ target }: Stage, refreshToken: string) {
  return {
    grant_type: 'refresh_token',
    refresh_token: refreshToken,
    redirect_uri: target.redirectUri,
  };
}

/** Brings somebody in, for a case that changes them. @throws SkipCase on the real sandbox. */
export async function newPerson(
  stage: Stage,
  change: Record<string, unknown> = {},
): Promise<NewPerson> {
  const { intentId, phone, code } = await personWithCode(stage, change);
  const form = codeGrant(stage, code);
  const pair = await make(stage, 'tokens.exchange', { form }, tokenResponse);
  const accessToken = pair.access_token;
  const { id: userId } = await make(stage, 'users.get', { accessToken }, user);
  return { accessToken, refreshToken: pair.refresh_token, userId, intentId, phone };
}

/** The person of most cases, who is left as they are. */
export const person = once(async (stage): Promise<Person> => {
  const { accessToken } = stage.target;
  if (accessToken === null) return newPerson(stage);
  const { id: userId } = await make(stage, 'users.get', { accessToken }, user);
  return { accessToken, userId };
});

/** Somebody else. */
export const otherPerson = once((stage) => newPerson(stage));

/** The partner's own business user, by the e-mail address that the emulator knows it by. */
export const partnerBusiness = once((stage) =>
  newPerson(stage, { email: 'partner-business@example.com' }),
);
