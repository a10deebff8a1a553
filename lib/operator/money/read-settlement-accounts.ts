import 'server-only';
import { UserFacingError } from '@/lib/http/user-facing-error';
import { explainSilence } from '@/lib/partner/explain-silence';
import { listSettlementAccounts, type SettlementAccount } from './list-settlement-accounts';

type Read = {
  accounts: SettlementAccount[];
  /** Why there are none, when Astra could not be asked. */
  silence: string | null;
};

/** The program's settlement accounts for a page, which says so itself when Astra does not answer. */
export async function readSettlementAccounts(): Promise<Read> {
  try {
    return { accounts: await listSettlementAccounts().catch(explainSilence), silence: null };
  } catch (error) {
    if (!(error instanceof UserFacingError)) throw error;
    return { accounts: [], silence: error.message };
  }
}
