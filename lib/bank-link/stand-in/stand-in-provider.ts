import 'server-only';
import { randomUUID } from 'node:crypto';
import { db } from '@/lib/db/prisma';
import { type BankLinkProvider, pageMinutes, type SharedAccount } from '../provider';
import { type SampleAccount, sampleAccounts } from './sample-accounts';
import { visitUrl } from './visit-address';

/**
 * Stands in for Plaid where there are no keys of Plaid's: the emulator of Astra is used, and
 * nothing leaves the machine. Its page is one of ours that plays the bank.
 */
export const standInProvider: BankLinkProvider = {
  name: 'stand-in',

  async start({ userId, returnUrl }) {
    const reference = randomUUID();
    await db().$executeRaw`
      INSERT INTO stand_in_bank_visits (reference, user_id, expires_at)
      VALUES (${reference}::uuid, ${userId}::uuid,
              clock_timestamp() + make_interval(mins => ${pageMinutes}))`;
    return { reference, url: visitUrl(reference, returnUrl) };
  },

  async finish({ reference }) {
    const [visit] = await db().$queryRaw<{ isOver: boolean; shared: string[] }[]>`
      SELECT ended_at IS NOT NULL OR expires_at < clock_timestamp() AS "isOver", shared
      FROM stand_in_bank_visits WHERE reference = ${reference}::uuid`;
    if (visit && !visit.isOver) return 'waiting';
    const chosen = sampleAccounts.filter(({ key }) => visit?.shared.includes(key));
    return chosen.length === 0 ? 'left' : { accounts: chosen.map(share) };
  },
};

function share({ name, mask, subtype, processorToken }: SampleAccount): SharedAccount {
  return {
    name,
    mask,
    subtype,
    institutionId: 'stand-in',
    processorToken: processorToken(randomUUID()),
  };
}
