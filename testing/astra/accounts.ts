import { randomInt, randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Account } from '@/lib/db/generated/client';
import { db } from '@/lib/db/prisma';
import { env } from '@/lib/env';
import type { Emulator } from './emulator';
import { askEmulator } from './person';
import { pressInConsole } from './press-in-console';

const withId = z.looseObject({ id: z.string() });

/** A connected account here, whose balance its bank has just told. */
export function createAccount(userId: string, account: Partial<Account> = {}): Promise<Account> {
  return db().account.create({
    data: {
      userId,
      astraId: randomUUID(),
      name: 'Plaid Checking',
      institutionName: 'First Platypus Bank',
      mask: '0000',
      subtype: 'checking',
      connectionStatus: 'connected',
      currentBalanceCents: 250_000n,
      availableBalanceCents: 250_000n,
      balanceAt: new Date(),
      ...account,
    },
  });
}

/** Lets time pass since an account was first seen, until a list of Astra's must show it. */
export async function passListLag(astraId: string): Promise<void> {
  await db().account.update({ where: { astraId }, data: { createdAt: new Date(0) } });
}

/** Adds an account with a made-up number at the emulator alone. No bank tells its balance. */
export async function addAccountAtAstra({ secure }: Emulator, bearer: string): Promise<string> {
  const answer = await askEmulator(`${secure}/v1/accounts/create`, bearer, {
    institution_id: env().ASTRA_INSTITUTION_ID,
    name: 'Household',
    bank_account_type: 'checking',
    account_number: String(randomInt(10 ** 9, 10 ** 10)),
    routing_number: '222222226',
  });
  return withId.parse(answer).id;
}

/** Adds an account whose bank tells its balance, $2,500.00, at the emulator alone. */
export async function addBankAccountAtAstra({ api }: Emulator, bearer: string): Promise<string> {
  const body = { processor_token: 'processor-emulator-checking' };
  return withId.parse(await askEmulator(`${api}/v1/accounts/processor_token`, bearer, body)).id;
}

/** Has the bank of an account shut Astra out. */
export function breakConnection(emulator: Emulator, astraId: string): Promise<void> {
  return pressInConsole(emulator, 'accounts', astraId, 'break');
}

/** Removes an account at the emulator alone. */
export async function deleteAtAstra(
  { api }: Emulator,
  bearer: string,
  astraId: string,
): Promise<void> {
  const headers = { authorization: bearer };
  const answer = await fetch(`${api}/v1/accounts/${astraId}`, { method: 'DELETE', headers });
  if (!answer.ok) throw new Error(`The emulator answered ${answer.status}.`);
}
