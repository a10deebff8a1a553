import 'server-only';
import type { Cents, PaymentInstrument } from '@/lib/astra';
import { mostPages } from '@/lib/lists/most-pages';
import { astra } from '@/lib/partner/astra';
import { lastFour, outsideText } from '@/lib/partner/outside-text';

/** One of the program's accounts at Astra, which Astra calls a payment instrument. */
export type SettlementAccount = {
  astraId: string;
  /** "FBO settlement account ending in 0001". */
  label: string;
  /** What can be spent, up to five minutes ago; null when Astra does not say. */
  availableCents: Cents | null;
  currentCents: Cents | null;
  /** Astra's word for how it stands, which it documents no values of. */
  status: string | null;
};

/**
 * All of the program's settlement accounts, as Astra shows them now. Nothing of them is stored: a
 * balance that was true a while ago is of no use to anybody who moves money.
 *
 * @throws AstraError
 */
export async function listSettlementAccounts(): Promise<SettlementAccount[]> {
  const accounts: SettlementAccount[] = [];
  for await (const instrument of astra().paymentInstruments.list().entries({ mostPages })) {
    accounts.push(settlementAccount(instrument));
  }
  return accounts;
}

function settlementAccount(instrument: PaymentInstrument): SettlementAccount {
  const name = outsideText(instrument.name) ?? 'Settlement account';
  const digits = lastFour(instrument.account_number);
  return {
    astraId: instrument.id,
    label: digits ? `${name} ending in ${digits}` : name,
    availableCents: instrument.available_balance_cents ?? null,
    currentCents: instrument.current_balance_cents ?? null,
    status: outsideText(instrument.status),
  };
}
