import { randomUUID } from 'node:crypto';
import { expect } from 'playwright/test';
import { z } from 'zod';
import { testSettings } from '../scripts/stack/settings';

/** Where the hosted pages and the console of the tests' emulator are. */
export const hostedOrigin = `http://127.0.0.1:${testSettings.ports.hosted}`;

const messages = z.array(z.object({ code: z.string() }).loose());
const transfers = z.array(
  z.object({ id: z.string(), status: z.string(), routineName: z.string() }).loose(),
);
const mails = z.array(z.object({ links: z.array(z.url()) }).loose());

/** Waits for the newest sign-in link that was mailed to this address. */
export async function signInLink(email: string): Promise<string> {
  return eventually(async () => {
    const [mail] = await ask(`mail?to=${encodeURIComponent(email)}`, mails);
    return mail?.links[0];
  });
}

/**
 * Waits for a code to be texted to this phone.
 *
 * @param nth 1 for the first text message that the phone ever got, 2 for the second, and so on.
 */
export async function smsCode(phone: string, nth: number): Promise<string> {
  return eventually(async () => {
    const received = await ask(`sms?phone=${phone}`, messages);
    return received.at(-nth)?.code;
  });
}

/** The transfers that were given this name on the form; a test makes up a name of its own. */
export async function transfersNamed(name: string): Promise<z.output<typeof transfers>> {
  const all = await ask('transfers', transfers);
  return all.filter(({ routineName }) => routineName === name);
}

/** Has the card networks answer for the transfers of this name that are still pending. */
export async function settleTransfers(name: string): Promise<void> {
  for (const { id, status } of await transfersNamed(name)) {
    if (status !== 'pending') continue;
    await fetch(`${hostedOrigin}/console/transfers/${id}/settle`, { method: 'POST' });
  }
}

/** Has a bank send the transfers of this name back by ACH, with a code such as `R01`. */
export async function returnTransfers(name: string, code: string): Promise<void> {
  for (const { id } of await transfersNamed(name)) await control('transfer/return', { id, code });
}

/** Has Astra let the person with this phone do the least that there is. */
export async function lowerCapabilities(phone: string): Promise<void> {
  await fetch(`${hostedOrigin}${await pageOf(phone)}/lower-capabilities`, { method: 'POST' });
}

/**
 * Has Astra answer this person's next calls of one kind with an error, without doing anything.
 *
 * @param on the operation, such as `cards.create`
 */
export async function refuseNext(
  phone: string,
  on: string,
  status: number,
  count = 1,
): Promise<void> {
  const user = (await pageOf(phone)).split('/').at(-1);
  await control('fault/add', { kind: 'status', status, on, user, count });
}

/** Has Astra tell of a change of a transfer, and not whose it is. @returns the transfer's id. */
export async function tellOfNobodysTransfer(): Promise<string> {
  const resource = randomUUID();
  await control('trigger', { type: 'transfer_updated', resource });
  return resource;
}

/** Gives the emulator one of its commands. */
async function control(command: string, parameters: object): Promise<void> {
  const answer = await fetch(`${hostedOrigin}/console/api/control/${command}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(parameters),
  });
  if (!answer.ok) throw new Error(`${command} was refused: ${await answer.text()}`);
}

/** The console's page about the person with this phone. */
async function pageOf(phone: string): Promise<string> {
  const found = await fetch(`${hostedOrigin}/console/people?q=${phone.replace(/\D/g, '')}`);
  const [path] = /\/console\/people\/[\w-]+/.exec(await found.text()) ?? [];
  if (!path) throw new Error(`Nobody at Astra has the phone ${phone}.`);
  return path;
}

async function ask<Schema extends z.ZodType>(
  path: string,
  schema: Schema,
): Promise<z.output<Schema>> {
  const answer = await fetch(`${hostedOrigin}/console/api/${path}`);
  return schema.parse(await answer.json());
}

async function eventually(look: () => Promise<string | undefined>): Promise<string> {
  let found: string | undefined;
  await expect(async () => {
    found = await look();
    expect(found).toBeDefined();
  }).toPass({ timeout: 10_000, intervals: [50, 100, 250] });
  return found ?? '';
}
