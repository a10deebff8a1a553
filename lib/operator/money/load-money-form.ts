import 'server-only';
import { findDraft } from '@/lib/payments/compose/find-draft';
import { typedValues } from '@/lib/payments/compose/typed-values';
import { findPaymentOfForm } from '@/lib/payments/find-payment';
import { findProgram } from './find-program';
import { readSettlementAccounts } from './read-settlement-accounts';

/** What a form for the program's money needs to know, and what was composed on it before. */
export async function loadMoneyForm(key: string) {
  const [{ userId, fault }, { accounts, silence }] = await Promise.all([
    findProgram(),
    readSettlementAccounts(),
  ]);
  const draft = userId && (await findDraft(userId, key));
  const typed = draft ? await typedValues(userId, draft.order) : {};
  return {
    sent: userId ? await findPaymentOfForm(userId, key) : null,
    accounts,
    obstacle: fault ?? silence,
    typed: draft && draft.order.terms.onlyInstant ? { ...typed, speed: 'only-instant' } : typed,
  };
}
