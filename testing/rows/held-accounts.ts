import { randomInt } from 'node:crypto';
import { z } from 'zod';
import type { Account } from '@/lib/db/generated/client';
import { env } from '@/lib/env';
import { createAccount } from '../astra/accounts';
import type { Emulator } from '../astra/emulator';
import { type AstraPerson, askEmulator } from '../astra/person';

/** Adds an account by its numbers at the emulator, and writes it down here. */
export async function addHeldAccount(
  { secure }: Emulator,
  { user, bearer }: AstraPerson,
): Promise<Account> {
  const answer = await askEmulator(`${secure}/v1/accounts/create`, bearer, {
    institution_id: env().ASTRA_INSTITUTION_ID,
    name: 'Checking',
    bank_account_type: 'checking',
    account_number: `9${randomInt(1_000_000_000, 9_999_999_999)}`,
    routing_number: '222222226',
  });
  const { id } = z.looseObject({ id: z.string() }).parse(answer);
  return createAccount(user.id, { astraId: id, origin: 'numbers' });
}
